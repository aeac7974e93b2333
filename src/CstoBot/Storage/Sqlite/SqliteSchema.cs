using Dapper;
using DbUp;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

/// <summary>Makes the database and brings it to the current schema: the numbered scripts, each run once.</summary>
internal sealed class SqliteSchema(SqliteDatabase database) : IStartupCheck
{
    private const string Scripts = "CstoBot.Storage.Sqlite.Scripts.";

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(database.Folder);
            await UseWriteAheadLogAsync(cancellationToken);
            Upgrade();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartupException(
                $"Cannot keep data in {database.Folder}: {exception.Message} Set Data:Folder to a folder that can be written to.",
                exception);
        }
    }

    private async Task UseWriteAheadLogAsync(CancellationToken cancellationToken)
    {
        await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<string>(new CommandDefinition("PRAGMA journal_mode = WAL", cancellationToken: cancellationToken)),
            cancellationToken);
    }

    private void Upgrade()
    {
        var result = DeployChanges.To
            .SqliteDatabase(database.ConnectionString)
            .WithScriptsEmbeddedInAssembly(typeof(SqliteSchema).Assembly, name => name.StartsWith(Scripts, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();

        if (!result.Successful)
        {
            throw new StartupException($"Cannot bring the database in {database.Folder} up to date: {result.Error.Message}", result.Error);
        }
    }
}
