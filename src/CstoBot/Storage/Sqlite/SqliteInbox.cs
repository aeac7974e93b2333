using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Sending;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteInbox(SqliteDatabase database) : IInbox
{
    public Task<IReadOnlyList<ReceivedUpdate>> AddAsync(
        IReadOnlyList<ReceivedUpdate> updates, DateTimeOffset receivedAt, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<ReceivedUpdate>>(
            connection => [.. updates.Where(update => Add(connection, update, receivedAt))],
            cancellationToken);

    public Task<IReadOnlyList<ReceivedUpdate>> PendingAsync(long botId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ReceivedUpdate>>(
            connection =>
            [
                .. connection.Query<(long UpdateId, string Json)>(
                    "SELECT update_id, json FROM inbox WHERE bot_id = @botId AND state = 'pending' ORDER BY update_id",
                    new { botId }).Select(row => new ReceivedUpdate(new UpdateKey(botId, row.UpdateId), row.Json)),
            ],
            cancellationToken);

    public Task<IReadOnlyList<OutboxEntry>> CompleteAsync(
        UpdateKey key, Effects effects, bool firstBegins, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                if (connection.Run(
                    "UPDATE inbox SET state = 'done', error = NULL, json = '' WHERE bot_id = $1 AND update_id = $2 AND state = 'pending'",
                    key.BotId, key.UpdateId) == 0)
                {
                    return [];
                }

                foreach (var change in effects.Changes)
                {
                    SqliteChanges.Make(connection, change);
                }

                return SqliteOutbox.Add(connection, key.BotId, effects.Messages, now, firstBegins);
            },
            cancellationToken);

    public Task<int> FailAsync(UpdateKey key, string error, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.QuerySingle<int>(
                "UPDATE inbox SET tries = tries + 1, error = @error WHERE bot_id = @BotId AND update_id = @UpdateId RETURNING tries",
                new { key.BotId, key.UpdateId, error }),
            cancellationToken);

    public Task<IReadOnlyList<OutboxEntry>> ParkAsync(
        UpdateKey key, string error, IReadOnlyList<Outgoing> apology, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                var parked = connection.Execute(
                    "UPDATE inbox SET state = 'parked', error = @error WHERE bot_id = @BotId AND update_id = @UpdateId AND state = 'pending'",
                    new { key.BotId, key.UpdateId, error });
                return parked == 0 ? [] : SqliteOutbox.Add(connection, key.BotId, apology, now);
            },
            cancellationToken);

    public Task<InboxCounts> CountAsync(long botId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                var (pending, parked) = connection.QuerySingle<(long, long)>(
                    """
                    SELECT (SELECT count(*) FROM inbox WHERE bot_id = @botId AND state = 'pending'),
                           (SELECT count(*) FROM inbox WHERE bot_id = @botId AND state = 'parked')
                    """,
                    new { botId });
                return new InboxCounts((int)pending, (int)parked);
            },
            cancellationToken);

    private static bool Add(SqliteConnection connection, ReceivedUpdate update, DateTimeOffset receivedAt)
    {
        if (update.SharedMessageId is { } messageId)
        {
            SqliteOutbox.NoteKnownId(connection, update.Key.BotId, messageId);
        }

        return connection.Run(
            """
            INSERT INTO inbox (bot_id, update_id, json, state, received_at) VALUES ($1, $2, $3, 'pending', $4)
            ON CONFLICT DO NOTHING
            """,
            update.Key.BotId, update.Key.UpdateId, update.Json, receivedAt.ToUnixTimeMilliseconds()) == 1;
    }
}
