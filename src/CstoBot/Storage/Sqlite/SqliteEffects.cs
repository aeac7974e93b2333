using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteEffects(SqliteDatabase database) : IEffectStore
{
    public Task<IReadOnlyList<OutboxEntry>> MakeAsync(long botId, Effects effects, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                foreach (var change in effects.Changes)
                {
                    SqliteChanges.Make(connection, change);
                }

                return SqliteOutbox.Add(connection, botId, effects.Messages, now);
            },
            cancellationToken);
}
