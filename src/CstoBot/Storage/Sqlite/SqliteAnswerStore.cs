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

    public Task<StoredAnswer?> FindOrNullAsync(long answerId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => OneOrNull(connection, "WHERE answers.id = @answerId", new { answerId }) ?? DraftOrNull(connection, answerId), cancellationToken);

    public Task<StoredAnswer?> OfMessageOrNullAsync(long chatId, int messageId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => OneOrNull(
            connection,
            "JOIN answer_messages ON answer_messages.answer_id = answers.id WHERE answers.chat_id = @chatId AND message_id = @messageId ORDER BY answers.id DESC LIMIT 1",
            new { chatId, messageId }),
        cancellationToken);

    public Task<StoredAnswer?> OfCaseOrNullAsync(long caseId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => OneOrNull(connection, "WHERE answers.case_id = @caseId AND superseded = 0 AND content_id IS NOT NULL ORDER BY answers.id DESC LIMIT 1", new { caseId }),
        cancellationToken);

    public Task<StoredAnswer?> LastOrNullAsync(ConversationKey conversation, CancellationToken cancellationToken) => database.ReadAsync(
        connection => OneOrNull(
            connection,
            """
            WHERE answers.chat_id = @Chat AND answers.topic = @Topic AND answers.user_id = @User AND superseded = 0
            ORDER BY answers.created_at DESC, answers.id DESC LIMIT 1
            """,
            conversation),
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

    /// <summary>For other stores, in their own reading.</summary>
    public static StoredAnswer? OneOrNull(SqliteConnection connection, long answerId) => OneOrNull(connection, "WHERE answers.id = @answerId", new { answerId });

    private static StoredAnswer? OneOrNull(SqliteConnection connection, string where, object parameters) => connection
        .QueryFirstOrDefault<AnswerRow>($"{AnswerRow.Select} {where}", parameters)?
        .ToAnswer();

    /// <summary>What moderators look at has ids of the same kind.</summary>
    private static StoredAnswer? DraftOrNull(SqliteConnection connection, long draftId) => connection.QuerySingleOrDefault<(long Chat, string Language, string Question, string Json)?>(
        """
        SELECT chat_id, language, question, json FROM case_drafts
        JOIN cases ON cases.id = case_id JOIN answer_contents ON answer_contents.id = content_id
        WHERE case_drafts.id = @draftId
        """,
        new { draftId }) is var (chat, language, question, json)
        ? new StoredAnswer(
            draftId, chat, Enum.Parse<Language>(language), new StandaloneQuestion(question, Carried: null), AnswerContents.Read(json).Citations, FollowUps.None)
        {
            IsDraft = true,
        }
        : null;

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
}

[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class SuggestionsJson : JsonSerializerContext;
