using System.Data.Common;
using CstoBot.Telegram.Staff;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteAuditLog(SqliteDatabase database) : IAuditLog
{
    /// <summary>Called inside the transaction of what is noted.</summary>
    public static void Add(DbConnection connection, AuditEntry entry) => connection.Execute(
        "INSERT INTO audit (at, user_id, action, target, detail) VALUES (@at, @UserId, @Action, @Target, @Detail)",
        new { at = entry.At.ToUnixTimeMilliseconds(), entry.UserId, entry.Action, entry.Target, entry.Detail });

    public Task<AuditPage> PageAsync(long? userId, int skip, int take, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => new AuditPage(
                Read(connection, "WHERE @userId IS NULL OR user_id = @userId ORDER BY id DESC LIMIT @take OFFSET @skip", new { userId, skip, take }),
                (int)connection.QuerySingle<long>("SELECT count(*) FROM audit WHERE @userId IS NULL OR user_id = @userId", new { userId })),
            cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> SinceAsync(DateTimeOffset since, long? userId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => Read(
                connection, "WHERE at >= @since AND (@userId IS NULL OR user_id = @userId) ORDER BY id", new { since = since.ToUnixTimeMilliseconds(), userId }),
            cancellationToken);

    /// <summary>Also for those who read a database that they must not change.</summary>
    public static IReadOnlyList<AuditEntry> Read(DbConnection connection, string where, object parameters) =>
    [
        .. connection.Query<(long At, long User, string Action, string Target, string? Detail)>($"SELECT at, user_id, action, target, detail FROM audit {where}", parameters)
            .Select(row => new AuditEntry(DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.User, row.Action, row.Target, row.Detail)),
    ];
}
