using System.Data.Common;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Staff;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteRoleStore(SqliteDatabase database) : IRoleStore
{
    /// <summary>Called inside the transaction in which the command is done, as is the other.</summary>
    public static void Grant(DbConnection connection, Change.RoleGranted granted) => connection.Execute(
        """
        INSERT INTO roles (user_id, role, granted_by, granted_at) VALUES (@UserId, @role, @By, @at)
        ON CONFLICT (user_id) DO UPDATE SET role = excluded.role, granted_by = excluded.granted_by, granted_at = excluded.granted_at
        """,
        new { granted.UserId, role = granted.Role.ToString(), granted.By, at = granted.At.ToUnixTimeMilliseconds() });

    public static void Revoke(DbConnection connection, Change.RoleRevoked revoked) => connection.Execute("DELETE FROM roles WHERE user_id = @UserId", revoked);

    public Task<Role?> FindOrNullAsync(long userId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefault<string?>("SELECT role FROM roles WHERE user_id = @userId", new { userId }) is { } role
                ? Enum.Parse<Role>(role)
                : (Role?)null,
            cancellationToken);

    public Task<IReadOnlyList<GrantedRole>> AllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<GrantedRole>>(
            connection =>
            [
                .. connection.Query<(long User, string Role, long By, long At)>("SELECT user_id, role, granted_by, granted_at FROM roles ORDER BY granted_at, user_id")
                    .Select(row => new GrantedRole(row.User, Enum.Parse<Role>(row.Role), row.By, DateTimeOffset.FromUnixTimeMilliseconds(row.At))),
            ],
            cancellationToken);
}
