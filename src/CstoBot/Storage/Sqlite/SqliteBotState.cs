using CstoBot.Telegram.Handling;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteBotState(SqliteDatabase database) : IBotState
{
    private const int Shown = 10;

    public Task<BotState> ReadAsync(long botId, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken) =>
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
                var times = new { hour = (now - TimeSpan.FromHours(1)).ToUnixTimeMilliseconds(), minute = (now - TimeSpan.FromMinutes(1)).ToUnixTimeMilliseconds() };
                var (answeredInHour, hour, minute, version) = connection.QuerySingle<(long, long, long, string)>(
                    """
                    SELECT count(*) FILTER (WHERE status = 'answered'), count(*), count(*) FILTER (WHERE created_at >= @minute), sqlite_version()
                    FROM answers WHERE created_at >= @hour
                    """,
                    times);
                return new BotState(
                    (int)pending,
                    (int)parked,
                    Failed("SELECT update_id, error FROM inbox WHERE bot_id = @botId AND state = 'parked' ORDER BY update_id DESC LIMIT @limit"),
                    (int)open,
                    (int)givenUp,
                    Failed("SELECT id, error FROM outbox WHERE bot_id = @botId AND state = 'given up' ORDER BY id DESC LIMIT @limit"),
                    (int)answered,
                    (int)(all - answered),
                    new QuestionRates((int)hour, (int)answeredInHour, (int)minute),
                    DataFolder.Use(database.Folder),
                    version);

                List<FailedRow> Failed(string sql) => connection.Query<(long Id, string? Error)>(sql, parameters)
                    .Select(row => new FailedRow(row.Id, (row.Error ?? "").Split(':')[0]))
                    .ToList();
            },
            cancellationToken);
}
