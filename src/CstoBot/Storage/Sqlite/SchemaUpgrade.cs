using DbUp;

namespace CstoBot.Storage.Sqlite;

/// <summary>Brings a database to the current schema: the numbered scripts, each run once.</summary>
internal static class SchemaUpgrade
{
    /// <summary>The scripts that there are, as they are noted in the database when they have run.</summary>
    public static IReadOnlyList<string> ScriptNames(string scripts) =>
        [.. typeof(SchemaUpgrade).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(scripts, StringComparison.Ordinal))];

    /// <param name="scripts">What the names of the scripts begin with.</param>
    /// <param name="folder">Where the database lies, for messages.</param>
    /// <exception cref="StartupException">It was made by a newer version, or cannot be changed.</exception>
    public static void Run(string connectionString, string scripts, string folder)
    {
        var engine = DeployChanges.To
            .SqliteDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(typeof(SchemaUpgrade).Assembly, name => name.StartsWith(scripts, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();

        // What a later version has changed, this one would read wrongly.
        if (engine.GetExecutedButNotDiscoveredScripts().Count > 0)
        {
            throw new StartupException(
                $"The database in {folder} was made by a newer version: run that one, or set Data:Folder to another folder.");
        }

        var result = engine.PerformUpgrade();
        if (!result.Successful)
        {
            throw new StartupException($"Cannot bring the database in {folder} up to date: {result.Error.Message}", result.Error);
        }
    }
}
