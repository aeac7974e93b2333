using System.Data.Common;
using System.Runtime.CompilerServices;
using CstoBot.Telegram.Staff;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteAuditLog(SqliteDatabase database) : IAuditLog
{
    private const int Batch = 1_000;

    /// <summary>What one person may want in vain within an hour with an entry for each; what more they try (buttons can be forged) is counted with the last.</summary>
    private const int RefusalsPerHour = 20;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Called inside the transaction of what is noted.</summary>
    public static void Add(DbConnection connection, AuditEntry entry)
    {
        if (entry.Action != AuditActions.Refused || !IsCounted(connection, entry))
        {
            connection.Execute(
                "INSERT INTO audit (at, user_id, action, target, detail) VALUES (@at, @UserId, @Action, @Target, @Detail)",
                new { at = entry.At.ToUnixTimeMilliseconds(), entry.UserId, entry.Action, entry.Target, entry.Detail });
        }
    }

    public Task<AuditPage> PageAsync(long? userId, int skip, int take, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => new AuditPage(
                [.. Read(connection, "WHERE @userId IS NULL OR user_id = @userId ORDER BY id DESC LIMIT @take OFFSET @skip", new { userId, skip, take }).Select(row => row.Entry)],
                (int)connection.QuerySingle<long>("SELECT count(*) FROM audit WHERE @userId IS NULL OR user_id = @userId", new { userId })),
            cancellationToken);

    public async IAsyncEnumerable<AuditEntry> SinceAsync(DateTimeOffset since, long? userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<(long Id, AuditEntry Entry)> rows;
        var last = 0L;
        do
        {
            var parameters = new { last, since = since.ToUnixTimeMilliseconds(), userId, Batch };
            rows = await database.ReadAsync(
                connection => Read(
                    connection, "WHERE id > @last AND at >= @since AND (@userId IS NULL OR user_id = @userId) ORDER BY id LIMIT @Batch", parameters),
                cancellationToken);
            foreach (var (id, entry) in rows)
            {
                last = id;
                yield return entry;
            }
        }
        while (rows.Count == Batch);
    }

    /// <summary>Whether one of the entries of the last hour stands for this one too.</summary>
    private static bool IsCounted(DbConnection connection, AuditEntry entry)
    {
        var before = connection.Query<(long Id, string Target)>(
            $"SELECT id, target FROM audit WHERE action = '{AuditActions.Refused}' AND user_id = @UserId AND at > @since ORDER BY at, id",
            new { entry.UserId, since = (entry.At - Hour).ToUnixTimeMilliseconds() }).ToList();
        var same = before.Where(other => other.Target == entry.Target).Concat(before.Skip(RefusalsPerHour - 1)).Select(other => other.Id).FirstOrDefault();
        return same != 0 && connection.Execute("UPDATE audit SET times = times + 1 WHERE id = @same", new { same }) > 0;
    }

    private static List<(long Id, AuditEntry Entry)> Read(DbConnection connection, string where, object parameters) =>
    [
        .. connection
            .Query<(long Id, long At, long User, string Action, string Target, string? Detail, long Times)>(
                $"SELECT id, at, user_id, action, target, detail, times FROM audit {where}", parameters)
            .Select(row => (row.Id, new AuditEntry(DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.User, row.Action, row.Target, row.Detail, row.Times > 1 ? (int)row.Times : null))),
    ];
}
