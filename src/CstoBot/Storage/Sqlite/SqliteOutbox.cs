using System.Text.Json;
using System.Text.Json.Serialization;
using CstoBot.Telegram.Sending;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteOutbox(SqliteDatabase database) : IOutbox
{
    // The newest message known in the chat, for those parameters of a statement.
    private const string NewestMessage = "max($3, coalesce((SELECT last_message_id FROM chats WHERE chats.bot_id = $1 AND chats.chat_id = $2), 0))";

    /// <summary>Called inside the transaction of what caused the messages.</summary>
    public static IReadOnlyList<OutboxEntry> Add(
        SqliteConnection connection, long botId, IReadOnlyList<Outgoing> messages, DateTimeOffset now, bool firstBegins = false) =>
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
            connection => (int?)connection.Ask(
                $"UPDATE outbox SET state = 'under way', after_id = {NewestMessage} WHERE id = $4 RETURNING after_id",
                entry.BotId, entry.Outgoing.Place.ChatId, entry.Outgoing.After, entry.Id),
            cancellationToken);

    public Task CompleteAsync(OutboxEntry entry, int? messageId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                connection.Run("DELETE FROM outbox WHERE id = $1", entry.Id);
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

    private static OutboxEntry Add(SqliteConnection connection, long botId, Outgoing message, DateTimeOffset now, bool begins)
    {
        var json = JsonSerializer.Serialize(message, OutgoingJson.Default.Outgoing);
        var (chat, time) = (message.Place.ChatId, now.ToUnixTimeMilliseconds());
        if (!begins)
        {
            connection.Run("INSERT INTO outbox (bot_id, chat_id, message, created_at) VALUES ($1, $2, $3, $4)", botId, chat, json, time);
            return new OutboxEntry(LastId(connection), botId, message);
        }

        var after = connection.Ask(
            $"""
            INSERT INTO outbox (bot_id, chat_id, state, after_id, message, created_at) VALUES ($1, $2, 'under way', {NewestMessage}, $4, $5)
            RETURNING after_id
            """,
            botId, chat, message.After, json, time);
        return new OutboxEntry(LastId(connection), botId, message, (int?)after);
    }

    private static long LastId(SqliteConnection connection) => raw.sqlite3_last_insert_rowid(connection.Handle);

    private static void NoteMessage(SqliteConnection connection, OutboxEntry entry, int messageId)
    {
        connection.Run(
            """
            INSERT INTO chats (bot_id, chat_id, last_message_id) VALUES ($1, $2, $3)
            ON CONFLICT (bot_id, chat_id) DO UPDATE SET last_message_id = max(last_message_id, excluded.last_message_id)
            """,
            entry.BotId, entry.Outgoing.Place.ChatId, messageId);

        if (PartOrNull(entry.Outgoing) is { } part)
        {
            // The answer may have been deleted meanwhile.
            connection.Run(
                """
                INSERT INTO answer_messages (answer_id, part, message_id) SELECT id, $2, $3 FROM answers WHERE id = $1
                ON CONFLICT (answer_id, part) DO UPDATE SET message_id = excluded.message_id
                """,
                part.AnswerId, part.Number, messageId);
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
