using CstoBot.Telegram.Handling;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

/// <summary>Finds and removes what is stored of a person. What is being dealt with at the moment is not: it is done in a second.</summary>
internal sealed class SqlitePersonalRows(SqliteDatabase database) : IPersonalRows
{
    // What cannot be read as JSON belongs to nobody that could be named.
    private const string ParkedRows = """
        FROM inbox WHERE state = 'parked' AND @userId = CASE WHEN json_valid(json) THEN coalesce(
            json_extract(json, '$.message.from.id'), json_extract(json, '$.edited_message.from.id'), json_extract(json, '$.callback_query.from.id')) END
        """;

    private const string GivenUpRows = """
        FROM outbox WHERE state = 'given up' AND (chat_id = @userId OR EXISTS (
            SELECT 1 FROM answers WHERE id = json_extract(message, '$.Part.AnswerId') AND user_id = @userId))
        """;

    private const string AnswersOfPerson = "FROM answers WHERE user_id = @userId";
    private const string VotesOfPerson = "FROM feedback WHERE user_id = @userId";

    /// <summary>Called inside the transaction in which the wish is done.</summary>
    public static void Forget(SqliteConnection connection, Change.Forgotten forgotten)
    {
        var person = new { userId = forgotten.UserId };
        var contents = connection.Query<long>($"SELECT DISTINCT content_id {AnswersOfPerson} AND content_id IS NOT NULL", person).AsList();
        CaseChanges.Forget(connection, forgotten);
        connection.Execute(
            $"""
            DELETE {ParkedRows};
            DELETE {GivenUpRows};
            DELETE {VotesOfPerson};
            DELETE FROM gaps WHERE state = 'Open' AND answer_id IN (SELECT id {AnswersOfPerson});
            UPDATE gaps SET question = NULL, carried = NULL WHERE question IN (SELECT question {AnswersOfPerson});
            DELETE {AnswersOfPerson};
            DELETE FROM chat_settings WHERE chat_id = @userId;
            DELETE FROM run_notices WHERE user_id = @userId AND is_open = 0;
            UPDATE curated SET by_id = 0, by_name = '' WHERE by_id = @userId;
            """,
            person);
        connection.Execute(
            $"DELETE FROM answer_contents WHERE id = @id AND {AnswerContents.IsUnused}",
            contents.Select(id => new { id }));
    }

    public Task<PersonalRows> CountAsync(long userId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                var (questions, votes, parked, givenUp) = connection.QuerySingle<(long, long, long, long)>(
                    $"""
                    SELECT (SELECT count(*) {AnswersOfPerson}), (SELECT count(*) {VotesOfPerson}),
                           (SELECT count(*) {ParkedRows}), (SELECT count(*) {GivenUpRows})
                    """,
                    new { userId });
                return new PersonalRows((int)questions, (int)votes, (int)(parked + givenUp));
            },
            cancellationToken);
}
