using System.Text.Json;
using System.Text.Json.Serialization;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Telegram.Handling;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteAnswerStore(SqliteDatabase database) : IAnswerStore
{
    /// <summary>Called inside the transaction in which the question is done.</summary>
    public static void Add(SqliteConnection connection, Change.AnswerGiven change)
    {
        var given = change.Answer;
        var answer = (given.Outcome as AnswerOutcome.Answered)?.Answer;
        connection.Run(
            """
            INSERT INTO answers (id, chat_id, topic, user_id, question_message_id, question, language, status, reason,
                                 text, content_id, composer, corpus_version, parts, elapsed_ms, created_at, carried, has_more, suggestions, origin, model, case_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
            """,
            given.Id,
            given.Conversation.Chat,
            given.Conversation.Topic,
            given.Conversation.User,
            given.QuestionMessageId,
            given.Question,
            given.Outcome.Language.ToString(),
            Status(given.Outcome),
            (given.Outcome as AnswerOutcome.Abstained)?.Reason.ToString(),
            given.Outcome.Text,
            answer is null ? null : AnswerContents.Add(connection, answer),
            answer?.Composer,
            answer?.CorpusVersion,
            given.Parts,
            given.Elapsed.TotalMilliseconds,
            given.AnsweredAt.ToUnixTimeMilliseconds(),
            given.Carried,
            given.FollowUps.HasMore,
            given.FollowUps.Questions.Count == 0 ? null : JsonSerializer.Serialize(given.FollowUps.Questions, SuggestionsJson.Default.IReadOnlyListString),
            Origin(given.Origin),
            answer?.Model,
            given.CaseId);

        if (change.Supersedes is { } earlier)
        {
            connection.Run("UPDATE answers SET superseded = 1 WHERE id = $1", earlier);
        }
    }

    public Task<StoredAnswer?> FindOrNullAsync(long answerId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                var row = connection.QuerySingleOrDefault<AnswerRow>(
                    """
                    SELECT chat_id AS ChatId, language AS Language, question AS Question, carried AS Carried, json AS Json,
                           has_more AS HasMore, suggestions AS Suggestions
                    FROM answers LEFT JOIN answer_contents ON answer_contents.id = content_id
                    WHERE answers.id = @answerId
                    """,
                    new { answerId });
                return row is null
                    ? null
                    : new StoredAnswer(
                        answerId,
                        row.ChatId,
                        Enum.Parse<Language>(row.Language),
                        new StandaloneQuestion(row.Question, row.Carried),
                        row.Json is null ? [] : AnswerContents.Read(row.Json).Citations,
                        new FollowUps(row.HasMore != 0, Suggestions(row.Suggestions)));
            },
            cancellationToken);

    public Task<EarlierAnswer?> LatestOrNullAsync(long chatId, int questionMessageId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QueryFirstOrDefault<(long Id, string Question, long Parts)?>(
                """
                SELECT id, question, parts FROM answers
                WHERE chat_id = @chatId AND question_message_id = @questionMessageId AND superseded = 0
                ORDER BY id DESC LIMIT 1
                """,
                new { chatId, questionMessageId }) is var (id, question, parts) ? new EarlierAnswer(id, question, (int)parts) : null,
            cancellationToken);

    private static string Status(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Answered => "answered",
        AnswerOutcome.Abstained => "abstained",
        AnswerOutcome.SmallTalk => "smalltalk",
        AnswerOutcome.Held => "held",
        _ => "refused",
    };

    private static string Origin(AnswerOrigin origin) => origin switch
    {
        AnswerOrigin.Suggestion => "suggestion",
        AnswerOrigin.More => "more",
        _ => "question",
    };

    private static IReadOnlyList<string> Suggestions(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, SuggestionsJson.Default.IReadOnlyListString) ?? [];

    private sealed record AnswerRow(long ChatId, string Language, string Question, string? Carried, string? Json, long HasMore, string? Suggestions);
}

[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class SuggestionsJson : JsonSerializerContext;
