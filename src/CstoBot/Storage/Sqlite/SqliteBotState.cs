using CstoBot.Telegram.Handling;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteBotState(SqliteDatabase database) : IBotState
{
    private const int Shown = 10;

    // SQLite keeps what was written last beside the database until it is taken over.
    private static readonly string[] FileEndings = ["", "-wal", "-shm"];

    public Task<BotState> ReadAsync(long botId, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                var parameters = new { botId, since = since.ToUnixTimeMilliseconds(), limit = Shown };
                var (pending, parked, open, givenUp) = connection.QuerySingle<(long, long, long, long)>(
                    """
                    SELECT (SELECT count(*) FROM inbox WHERE bot_id = @botId AND state = 'pending'),
                           (SELECT count(*) FROM inbox WHERE bot_id = @botId AND state = 'parked'),
                           (SELECT count(*) FROM outbox WHERE bot_id = @botId AND state <> 'given up'),
                           (SELECT count(*) FROM outbox WHERE bot_id = @botId AND state = 'given up')
                    """,
                    parameters);
                var (answered, all) = connection.QuerySingle<(long, long)>(
                    "SELECT count(*) FILTER (WHERE status = 'answered'), count(*) FROM answers WHERE created_at >= @since",
                    parameters);
                return new BotState(
                    (int)pending,
                    (int)parked,
                    Failed("SELECT update_id, error FROM inbox WHERE bot_id = @botId AND state = 'parked' ORDER BY update_id DESC LIMIT @limit"),
                    (int)open,
                    (int)givenUp,
                    Failed("SELECT id, error FROM outbox WHERE bot_id = @botId AND state = 'given up' ORDER BY id DESC LIMIT @limit"),
                    (int)answered,
                    (int)(all - answered),
                    FileEndings.Select(ending => new FileInfo(database.Path + ending)).Where(file => file.Exists).Sum(file => file.Length));

                List<FailedRow> Failed(string sql) => connection.Query<(long Id, string? Error)>(sql, parameters)
                    .Select(row => new FailedRow(row.Id, (row.Error ?? "").Split(':')[0]))
                    .ToList();
            },
            cancellationToken);
}
