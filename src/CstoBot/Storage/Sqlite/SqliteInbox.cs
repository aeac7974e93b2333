using CstoBot.Telegram.Receiving;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteInbox(SqliteDatabase database) : IInbox
{
    public Task<IReadOnlyList<ReceivedUpdate>> AddAsync(
        IReadOnlyList<ReceivedUpdate> updates,
        DateTimeOffset receivedAt,
        CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<ReceivedUpdate>>(
            async transaction =>
            {
                var added = new List<ReceivedUpdate>(updates.Count);
                foreach (var update in updates)
                {
                    var rows = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                        """
                        INSERT INTO inbox (bot_id, update_id, json, state, received_at)
                        VALUES (@BotId, @UpdateId, @Json, 'pending', @ReceivedAt)
                        ON CONFLICT DO NOTHING
                        """,
                        new { update.Key.BotId, update.Key.UpdateId, update.Json, ReceivedAt = receivedAt.ToUnixTimeMilliseconds() },
                        transaction,
                        cancellationToken: cancellationToken));

                    if (rows == 1)
                    {
                        added.Add(update);
                    }
                }

                return added;
            },
            cancellationToken);

    public Task<IReadOnlyList<ReceivedUpdate>> PendingAsync(long botId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ReceivedUpdate>>(
            async connection =>
            {
                var rows = await connection.QueryAsync<(long UpdateId, string Json)>(new CommandDefinition(
                    "SELECT update_id, json FROM inbox WHERE bot_id = @botId AND state = 'pending' ORDER BY update_id",
                    new { botId },
                    cancellationToken: cancellationToken));
                return [.. rows.Select(row => new ReceivedUpdate(new UpdateKey(botId, row.UpdateId), row.Json))];
            },
            cancellationToken);

    public Task CompleteAsync(UpdateKey key, CancellationToken cancellationToken) =>
        WriteAsync("UPDATE inbox SET state = 'done', error = NULL WHERE bot_id = @BotId AND update_id = @UpdateId", new { key.BotId, key.UpdateId }, cancellationToken);

    public Task ForgetAsync(UpdateKey key, CancellationToken cancellationToken) =>
        WriteAsync("UPDATE inbox SET state = 'done', error = NULL, json = '' WHERE bot_id = @BotId AND update_id = @UpdateId", new { key.BotId, key.UpdateId }, cancellationToken);

    public Task<int> FailAsync(UpdateKey key, string error, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => transaction.Connection!.QuerySingleAsync<int>(new CommandDefinition(
                "UPDATE inbox SET tries = tries + 1, error = @error WHERE bot_id = @BotId AND update_id = @UpdateId RETURNING tries",
                new { key.BotId, key.UpdateId, error },
                transaction,
                cancellationToken: cancellationToken)),
            cancellationToken);

    public Task ParkAsync(UpdateKey key, string error, CancellationToken cancellationToken) =>
        WriteAsync(
            "UPDATE inbox SET state = 'parked', error = @error WHERE bot_id = @BotId AND update_id = @UpdateId",
            new { key.BotId, key.UpdateId, error },
            cancellationToken);

    public Task<int> CountParkedAsync(long botId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<int>(new CommandDefinition(
                "SELECT count(*) FROM inbox WHERE bot_id = @botId AND state = 'parked'",
                new { botId },
                cancellationToken: cancellationToken)),
            cancellationToken);

    private Task<int> WriteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken)),
            cancellationToken);
}
