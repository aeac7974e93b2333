using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CstoBot.Storage.Sqlite;

/// <summary>Whether the database is whole and of a version that this program knows. It is opened for reading only.</summary>
internal sealed class SqliteCheckup(IOptions<DataOptions> data) : ICheckup
{
    private const string Check = "database";
    private const string Whole = "ok";
    private const double Megabyte = 1024 * 1024;

    public Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetFullPath(data.Value.Folder), SqliteDatabase.FileName);
        return Task.FromResult<IReadOnlyList<Diagnosis>>([File.Exists(path) ? Examine(path) : Diagnosis.Ok(Check, "there is none yet; the bot makes one")]);
    }

    private static Diagnosis Examine(string path)
    {
        try
        {
            using var connection = new SqliteConnection(ConnectionString(path));
            connection.Open();
            if (connection.ExecuteScalar<string>("PRAGMA quick_check(1)") is not Whole)
            {
                return Broken(path);
            }

            var run = connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'SchemaVersions'") == 0
                ? []
                : connection.Query<string>("SELECT ScriptName FROM SchemaVersions").ToList();
            return Of(run, new FileInfo(path).Length);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            return Broken(path);
        }
        catch (SqliteException exception)
        {
            return Diagnosis.Problem(Check, $"{path} cannot be opened: {exception.Message}", "Let the user who runs the bot read and write the files in Data:Folder.");
        }
    }

    private static Diagnosis Of(IReadOnlyList<string> run, long bytes)
    {
        var known = SqliteSchema.ScriptNames;
        var size = string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0.0} MB");
        return run.Except(known).Any()
            ? Diagnosis.Problem(Check, "it was made by a newer version of the program.", "Run that version, or set Data:Folder to another folder.")
            : Diagnosis.Ok(Check, run.Count == known.Count ? $"whole, of this version, {size}" : $"whole, {size}, of an older version: the bot brings it up to date when it starts");
    }

    private static Diagnosis Broken(string path) => Diagnosis.Problem(
        Check, $"{path} is damaged.", "Stop the bot, keep a copy of the file, and put the last backup in its place (cstobot backup makes them), or recover it by sqlite3's .recover.");

    /// <summary>
    /// Where nothing waits beside the file to be taken over, it is read as a file that nobody changes: else the library would put its own files
    /// beside it.
    /// </summary>
    private static string ConnectionString(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = File.Exists($"{path}-wal") ? path : $"{new Uri(path).AbsoluteUri}?immutable=1",
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = false,
    }.ConnectionString;
}
