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
            await UseWriteAheadLogAsync(cancellationToken);
            SchemaUpgrade.Run(database.ConnectionString, Scripts, database.Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartupException(
                $"Cannot keep data in {database.Folder}: {exception.Message} Set Data:Folder to a folder that can be written to.",
                exception);
        }
    }

    /// <summary>
    /// Readers then never wait for the writer. On a connection of its own, which is not kept: it has seen no tables, and where the file is
    /// busy SQLite does not look again but says that there are none (SQLITE_BUSY while it checks whether its schema is still valid).
    /// </summary>
    private async Task UseWriteAheadLogAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
    }
}
