using System.Text.Json;
using CstoBot.Moderation.Export;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CstoBot.Storage.Sqlite;

/// <summary>Reads decisions from the database without changing it, also while the bot runs.</summary>
internal sealed class SqliteDecidedCases(IOptions<DataOptions> data) : IDecidedCases
{
    public async Task<IReadOnlyList<DecidedQuestion>> ReadAsync(CancellationToken cancellationToken)
    {
        var database = Path.Combine(Path.GetFullPath(data.Value.Folder), SqliteDatabase.FileName);
        if (!File.Exists(database))
        {
            throw new StartupException($"There is no database in {Path.GetDirectoryName(database)}: the bot has not run with this Data:Folder.");
        }

        try
        {
            var source = new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
            await using var connection = new SqliteConnection(source.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return [.. Cases(connection).Concat(Gaps(connection)).OrderBy(decided => decided.At).Select(decided => decided.Question)];
        }
        catch (SqliteException exception)
        {
            throw new StartupException($"The decisions cannot be read: {exception.Message} A database of an earlier version is brought up to date when the bot starts.", exception);
        }
    }

    private static IEnumerable<(long At, DecidedQuestion Question)> Cases(SqliteConnection connection) => connection
        .Query<CaseLine>(
            """
            SELECT cases.id AS Id, state AS State, question AS Question, earlier AS Earlier, decided_at AS DecidedAt, json AS Json
            FROM cases LEFT JOIN case_drafts ON case_drafts.id = coalesce(final_id, draft_id) LEFT JOIN answer_contents ON answer_contents.id = content_id
            WHERE question <> '' AND ((state IN ('approved', 'edited') AND json IS NOT NULL) OR (state = 'rejected' AND reject_reason = 'OutOfPlace'))
            """)
        .Select(row => (row.DecidedAt, new DecidedQuestion(
            $"case-{row.Id}",
            row.State == "rejected" ? "out-of-place" : row.State,
            row.Question,
            JsonSerializer.Deserialize(row.Earlier, SuggestionsJson.Default.IReadOnlyListString) ?? [],
            row.State == "rejected" || row.Json is null ? null : AnswerContents.Read(row.Json))));

    private static IEnumerable<(long At, DecidedQuestion Question)> Gaps(SqliteConnection connection) => connection
        .Query<(long Number, string Question, string? Carried, long At)>(
            "SELECT number, question, carried, marked_at FROM gaps WHERE state = 'OutOfScope' AND question IS NOT NULL")
        .Select(row => (row.At, new DecidedQuestion($"gap-{row.Number}", "out-of-scope", row.Question, row.Carried is null ? [] : [row.Carried], Answer: null)));

    private sealed record CaseLine(long Id, string State, string Question, string Earlier, long DecidedAt, string? Json);
}
