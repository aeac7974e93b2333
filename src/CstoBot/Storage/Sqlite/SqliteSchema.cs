using Dapper;
using DbUp;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

/// <summary>Makes the database and brings it to the current schema: the numbered scripts, each run once.</summary>
internal sealed class SqliteSchema(SqliteDatabase database) : IStartupCheck, IDatabase
{
    private const string Scripts = "CstoBot.Storage.Sqlite.Scripts.";

    /// <summary>Of all scripts, as they are noted in the database when they have run.</summary>
    public static IReadOnlyList<string> ScriptNames { get; } =
        [.. typeof(SqliteSchema).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Scripts, StringComparison.Ordinal))];

    public Task OpenAsync(bool create, CancellationToken cancellationToken) => create || File.Exists(database.Path)
        ? CheckAsync(cancellationToken)
        : throw new StartupException($"There is no database in {database.Folder}: the bot has not run with this Data:Folder.");

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(database.Folder);
            await database.ReadAsync(connection => connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL"), cancellationToken);
            Upgrade();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartupException(
                $"Cannot keep data in {database.Folder}: {exception.Message} Set Data:Folder to a folder that can be written to.",
                exception);
        }
    }

    private void Upgrade()
    {
        var engine = DeployChanges.To
            .SqliteDatabase(database.ConnectionString)
            .WithScriptsEmbeddedInAssembly(typeof(SqliteSchema).Assembly, name => name.StartsWith(Scripts, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();

        // What a later version has changed, this one would read wrongly.
        if (engine.GetExecutedButNotDiscoveredScripts().Count > 0)
        {
            throw new StartupException(
                $"The database in {database.Folder} was made by a newer version: run that one, or set Data:Folder to another folder.");
        }

        var result = engine.PerformUpgrade();
        if (!result.Successful)
        {
            throw new StartupException($"Cannot bring the database in {database.Folder} up to date: {result.Error.Message}", result.Error);
        }
    }
}
