using System.Globalization;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteProbe(SqliteDatabase database) : IStorageProbe
{
    /// <summary>Writes the number anew that stands in the file for programs that want one: it touches the disk and no row.</summary>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        await database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema"), cancellationToken);
        await database.WriteAsync(
            connection => connection.Execute(string.Create(
                CultureInfo.InvariantCulture, $"PRAGMA user_version = {connection.ExecuteScalar<long>("PRAGMA user_version")}")),
            cancellationToken);
    }
}
