using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

/// <summary>Makes the database and brings it to the current schema: the numbered scripts, each run once.</summary>
internal sealed class SqliteSchema(SqliteDatabase database) : IStartupCheck, IDatabase
{
    /// <summary>What the names of its scripts begin with.</summary>
    public const string Scripts = "CstoBot.Storage.Sqlite.Scripts.";

    public Task OpenAsync(bool create, CancellationToken cancellationToken) => create || File.Exists(database.Path)
        ? CheckAsync(cancellationToken)
        : throw new StartupException($"There is no database in {database.Folder}: the bot has not run with this Data:Folder.");

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(database.Folder);
            await database.ReadAsync(connection => connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL"), cancellationToken);
            SchemaUpgrade.Run(database.ConnectionString, Scripts, database.Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartupException(
                $"Cannot keep data in {database.Folder}: {exception.Message} Set Data:Folder to a folder that can be written to.",
                exception);
        }
    }
}
