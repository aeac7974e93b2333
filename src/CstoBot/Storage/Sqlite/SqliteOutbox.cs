using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using CstoBot.Telegram.Sending;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteOutbox(SqliteDatabase database) : IOutbox
{
    // The newest message known in the chat of an outbox row.
    private const string NewestMessage =
        "max(@After, coalesce((SELECT last_message_id FROM chats WHERE chats.bot_id = @BotId AND chats.chat_id = @ChatId), 0))";

    /// <summary>Called inside the transaction of what caused the messages.</summary>
    public static IReadOnlyList<OutboxEntry> Add(
        DbConnection connection, long botId, IReadOnlyList<Outgoing> messages, DateTimeOffset now, bool firstBegins = false) =>
        [.. messages.Select((message, index) => Add(connection, botId, message, now, begins: firstBegins && index == 0))];

    public Task<IReadOnlyList<OutboxEntry>> OpenAsync(long botId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<OutboxEntry>>(
            connection =>
            [
                .. connection.Query<(long Id, string Message, string State, long? After)>(
                    "SELECT id, message, state, after_id FROM outbox WHERE bot_id = @botId AND state <> 'given up' ORDER BY id",
                    new { botId }).Select(row => new OutboxEntry(row.Id, botId, Read(row.Message), (int?)row.After, row.State == "under way")),
            ],
            cancellationToken);

    public Task<int?> BeginAsync(OutboxEntry entry, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.QuerySingleOrDefault<int?>(
                $"UPDATE outbox SET state = 'under way', after_id = {NewestMessage} WHERE id = @Id RETURNING after_id",
                new { entry.Id, entry.BotId, entry.Outgoing.Place.ChatId, entry.Outgoing.After }),
            cancellationToken);

    public Task CompleteAsync(OutboxEntry entry, int? messageId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                connection.Execute("DELETE FROM outbox WHERE id = @Id", new { entry.Id });
                if (messageId is { } sent)
                {
                    NoteMessage(connection, entry, sent);
                }

                return true;
            },
            cancellationToken);

    public Task GiveUpAsync(OutboxEntry entry, string error, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.Execute("UPDATE outbox SET state = 'given up', error = @error WHERE id = @Id", new { entry.Id, error }),
            cancellationToken);

    public Task<int?> MessageOrNullAsync(AnswerPart part, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefault<int?>(
                "SELECT message_id FROM answer_messages WHERE answer_id = @AnswerId AND part = @Number",
                new { part.AnswerId, part.Number }),
            cancellationToken);

    public Task<OutboxCounts> CountAsync(long botId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                var (open, givenUp) = connection.QuerySingle<(long, long)>(
                    """
                    SELECT count(*) FILTER (WHERE state <> 'given up'), count(*) FILTER (WHERE state = 'given up')
                    FROM outbox WHERE bot_id = @botId
                    """,
                    new { botId });
                return new OutboxCounts((int)open, (int)givenUp);
            },
            cancellationToken);

    private static OutboxEntry Add(DbConnection connection, long botId, Outgoing message, DateTimeOffset now, bool begins)
    {
        var (id, after) = connection.QuerySingle<(long, long?)>(
            $"""
            INSERT INTO outbox (bot_id, chat_id, message, state, after_id, created_at)
            VALUES (@BotId, @ChatId, @Message, iif(@begins, 'under way', 'waiting'), iif(@begins, {NewestMessage}, NULL), @CreatedAt)
            RETURNING id, after_id
            """,
            new
            {
                BotId = botId,
                message.Place.ChatId,
                message.After,
                Message = JsonSerializer.Serialize(message, OutgoingJson.Default.Outgoing),
                begins,
                CreatedAt = now.ToUnixTimeMilliseconds(),
            });
        return new OutboxEntry(id, botId, message, (int?)after);
    }

    private static void NoteMessage(DbConnection connection, OutboxEntry entry, int messageId)
    {
        connection.Execute(
            """
            INSERT INTO chats (bot_id, chat_id, last_message_id) VALUES (@BotId, @ChatId, @messageId)
            ON CONFLICT (bot_id, chat_id) DO UPDATE SET last_message_id = max(last_message_id, excluded.last_message_id)
            """,
            new { entry.BotId, entry.Outgoing.Place.ChatId, messageId });

        if (PartOrNull(entry.Outgoing) is { } part)
        {
            // The answer may have been deleted meanwhile.
            connection.Execute(
                """
                INSERT INTO answer_messages (answer_id, part, message_id) SELECT id, @Number, @messageId FROM answers WHERE id = @AnswerId
                ON CONFLICT (answer_id, part) DO UPDATE SET message_id = excluded.message_id
                """,
                new { part.AnswerId, part.Number, messageId });
        }
    }

    private static AnswerPart? PartOrNull(Outgoing outgoing) => outgoing switch
    {
        Outgoing.Message message => message.Part,
        Outgoing.Edit edit => edit.Part,
        _ => null,
    };

    private static Outgoing Read(string json) =>
        JsonSerializer.Deserialize(json, OutgoingJson.Default.Outgoing) ?? throw new JsonException("An outbox row is null.");
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Outgoing))]
internal sealed partial class OutgoingJson : JsonSerializerContext;
