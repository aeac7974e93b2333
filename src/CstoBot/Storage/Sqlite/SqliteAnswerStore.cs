using System.Text.Json;
using System.Text.Json.Serialization;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Telegram.Handling;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteAnswerStore(SqliteDatabase database) : IAnswerStore
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public Task<long> AddAsync(GivenAnswer given, CancellationToken cancellationToken)
    {
        var answer = (given.Outcome as AnswerOutcome.Answered)?.Answer;
        var row = new
        {
            given.Conversation.Chat,
            given.Conversation.Topic,
            given.Conversation.User,
            given.QuestionMessageId,
            given.Question,
            Language = given.Outcome.Language.ToString(),
            Status = Status(given.Outcome),
            Reason = (given.Outcome as AnswerOutcome.Abstained)?.Reason.ToString(),
            given.Outcome.Text,
            Answer = answer is null ? null : JsonSerializer.Serialize(answer, Json),
            answer?.Composer,
            answer?.CorpusVersion,
            ElapsedMs = given.Elapsed.TotalMilliseconds,
            CreatedAt = given.AnsweredAt.ToUnixTimeMilliseconds(),
        };

        return database.WriteAsync(
            transaction => transaction.Connection!.QuerySingleAsync<long>(new CommandDefinition(
                """
                INSERT INTO answers (chat_id, topic, user_id, question_message_id, question, language, status, reason,
                                     text, answer, composer, corpus_version, elapsed_ms, created_at)
                VALUES (@Chat, @Topic, @User, @QuestionMessageId, @Question, @Language, @Status, @Reason,
                        @Text, @Answer, @Composer, @CorpusVersion, @ElapsedMs, @CreatedAt)
                RETURNING id
                """,
                row,
                transaction,
                cancellationToken: cancellationToken)),
            cancellationToken);
    }

    public Task MarkSentAsync(long answerId, int messageId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
                "UPDATE answers SET message_id = @messageId WHERE id = @answerId",
                new { answerId, messageId },
                transaction,
                cancellationToken: cancellationToken)),
            cancellationToken);

    public Task<StoredAnswer?> FindOrNullAsync(long answerId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var row = await connection.QuerySingleOrDefaultAsync<AnswerRow>(new CommandDefinition(
                    "SELECT chat_id AS ChatId, language AS Language, answer AS Answer FROM answers WHERE id = @answerId",
                    new { answerId },
                    cancellationToken: cancellationToken));
                return row is null ? null : Read(answerId, row);
            },
            cancellationToken);

    public Task<string?> LatestQuestionOrNullAsync(long chatId, int questionMessageId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(
                """
                SELECT question FROM answers
                WHERE chat_id = @chatId AND question_message_id = @questionMessageId AND message_id IS NOT NULL
                ORDER BY id DESC LIMIT 1
                """,
                new { chatId, questionMessageId },
                cancellationToken: cancellationToken)),
            cancellationToken);

    private static StoredAnswer Read(long id, AnswerRow row)
    {
        var answer = row.Answer is null ? null : JsonSerializer.Deserialize<Answer>(row.Answer, Json);
        return new StoredAnswer(id, row.ChatId, Enum.Parse<Language>(row.Language), answer?.Citations ?? []);
    }

    private static string Status(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Answered => "answered",
        AnswerOutcome.Abstained => "abstained",
        AnswerOutcome.SmallTalk => "smalltalk",
        _ => "refused",
    };

    private sealed record AnswerRow(long ChatId, string Language, string? Answer);
}
