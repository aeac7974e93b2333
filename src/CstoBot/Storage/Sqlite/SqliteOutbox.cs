using System.Text.Json;
using System.Text.Json.Serialization;
using CstoBot.Telegram.Sending;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteOutbox(SqliteDatabase database) : IOutbox
{
    // The newest messages known, for those parameters of a statement.
    private const string NewestInChat = "max($3, coalesce((SELECT last_message_id FROM chats WHERE chats.bot_id = $1 AND chats.chat_id = $2), 0))";
    private const string NewestShared = "coalesce((SELECT max(message_id) FROM message_ids WHERE message_ids.bot_id = $1), 0)";
    private const string ReturningNewest = "RETURNING after_id << 32 | after_shared_id";

    /// <summary>Called inside the transaction of what caused the messages.</summary>
    public static IReadOnlyList<OutboxEntry> Add(
        SqliteConnection connection, long botId, IReadOnlyList<Outgoing> messages, DateTimeOffset now, bool firstBegins = false) =>
        [.. messages.Select((message, index) => Add(connection, botId, message, now, begins: firstBegins && index == 0))];

    /// <summary>A message of the shared sequence that cannot be one in doubt.</summary>
    public static void NoteKnownId(SqliteConnection connection, long botId, int messageId) =>
        connection.Run("INSERT INTO message_ids (bot_id, message_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", botId, messageId);

    public Task<IReadOnlyList<OutboxEntry>> OpenAsync(long botId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<OutboxEntry>>(
            connection =>
            [
                .. connection.Query<(long Id, string Message, string State, long After, long AfterShared)>(
                    """
                    SELECT id, message, state, coalesce(after_id, 0), coalesce(after_shared_id, 0)
                    FROM outbox WHERE bot_id = @botId AND state <> 'given up' ORDER BY id
                    """,
                    new { botId }).Select(row => row.State == "under way"
                        ? new OutboxEntry(row.Id, botId, Read(row.Message), new LastKnown((int)row.After, (int)row.AfterShared), MayHaveArrived: true)
                        : new OutboxEntry(row.Id, botId, Read(row.Message))),
            ],
            cancellationToken);

    public Task<LastKnown?> BeginAsync(OutboxEntry entry, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => NewestOrNull(connection.Ask(
                $"UPDATE outbox SET state = 'under way', after_id = {NewestInChat}, after_shared_id = {NewestShared} WHERE id = $4 {ReturningNewest}",
                entry.BotId, entry.Outgoing.Place.ChatId, entry.Outgoing.After, entry.Id)),
            cancellationToken);

    public Task CompleteAsync(OutboxEntry entry, int? messageId, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                connection.Run("DELETE FROM outbox WHERE id = $1", entry.Id);
                if (messageId is { } sent)
                {
                    NoteMessage(connection, entry, sent);
                }

                if (entry.Outgoing.OfCase is { } mark)
                {
                    CaseChanges.NoteSent(connection, entry.Outgoing, mark, messageId, now.ToUnixTimeMilliseconds());
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

    public Task<int?> CardOrNullAsync(long chatId, long caseId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefault<int?>("SELECT message_id FROM case_cards WHERE case_id = @caseId AND chat_id = @chatId", new { caseId, chatId }),
            cancellationToken);

    public Task<int?> NoticeOrNullAsync(long noticeId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefault<int?>("SELECT message_id FROM run_notices WHERE id = @noticeId", new { noticeId }), cancellationToken);

    public Task<IReadOnlySet<int>> KnownIdsAsync(long botId, int after, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlySet<int>>(
            connection => connection
                .Query<int>("SELECT message_id FROM message_ids WHERE bot_id = @botId AND message_id > @after", new { botId, after })
                .ToHashSet(),
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
            INSERT INTO outbox (bot_id, chat_id, state, after_id, after_shared_id, message, created_at)
            VALUES ($1, $2, 'under way', {NewestInChat}, {NewestShared}, $4, $5)
            {ReturningNewest}
            """,
            botId, chat, message.After, json, time);
        return new OutboxEntry(LastId(connection), botId, message, NewestOrNull(after));
    }

    private static LastKnown? NewestOrNull(long? both) => both is { } ids ? new LastKnown((int)(ids >> 32), (int)ids) : null;

    private static long LastId(SqliteConnection connection) => raw.sqlite3_last_insert_rowid(connection.Handle);

    private static void NoteMessage(SqliteConnection connection, OutboxEntry entry, int messageId)
    {
        connection.Run(
            """
            INSERT INTO chats (bot_id, chat_id, last_message_id) VALUES ($1, $2, $3)
            ON CONFLICT (bot_id, chat_id) DO UPDATE SET last_message_id = max(last_message_id, excluded.last_message_id)
            """,
            entry.BotId, entry.Outgoing.Place.ChatId, messageId);

        if (MessageSequence.IsShared(entry.Outgoing.Place.ChatId))
        {
            NoteKnownId(connection, entry.BotId, messageId);
        }

        if (entry.Outgoing.OfNotice is { } notice)
        {
            SqliteRunNotices.NoteArrival(connection, notice, messageId);
        }

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
