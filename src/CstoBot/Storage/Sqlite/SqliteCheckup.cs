using System.Globalization;
using CstoBot.Storage.Sqlite.Corpus;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CstoBot.Storage.Sqlite;

/// <summary>Whether the databases are whole and of a version that this program knows. They are opened for reading only.</summary>
internal sealed class SqliteCheckup(IOptions<DataOptions> data) : ICheckup
{
    private const string Whole = "ok";
    private const double Megabyte = 1024 * 1024;

    public Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(data.Value.Folder);
        return Task.FromResult<IReadOnlyList<Diagnosis>>(
        [
            Examine(new Kept("database", Path.Combine(folder, SqliteDatabase.FileName), SqliteSchema.Scripts, "put that of the last backup in its place (cstobot backup makes them)", KeepsLog: true)),
            Examine(new Kept("corpus database", Path.Combine(folder, DataFolder.CorpusFileName), CorpusDatabase.Scripts, "remove it: the next start makes it anew from the sources, without earlier versions, uploads and corrections; the last backup has them", KeepsLog: false)),
        ]);
    }

    private static Diagnosis Examine(Kept kept)
    {
        var path = kept.Path;
        if (!File.Exists(path))
        {
            return Diagnosis.Ok(kept.Check, "there is none yet; the bot makes one");
        }

        try
        {
            // Reading tells nothing about it, and the bot writes to both.
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
            {
            }

            using var connection = new SqliteConnection(ConnectionString(kept));
            connection.Open();
            if (connection.ExecuteScalar<string>("PRAGMA quick_check(1)") is not Whole)
            {
                return Broken(kept);
            }

            var run = connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'SchemaVersions'") == 0
                ? []
                : connection.Query<string>("SELECT ScriptName FROM SchemaVersions").ToList();
            return Of(kept, run, new FileInfo(path).Length);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            return Broken(kept);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            return Diagnosis.Warning(kept.Check, $"{path} is locked by another program.", "Try again in a moment; if it stays so, end whatever else has the file open.");
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            return Diagnosis.Problem(kept.Check, $"{path} cannot be read and written: {exception.Message}", "Let the user who runs the bot read and write the files in Data:Folder.");
        }
    }

    private static Diagnosis Of(Kept kept, IReadOnlyList<string> run, long bytes)
    {
        var known = SchemaUpgrade.ScriptNames(kept.Scripts);
        var size = string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0.0} MB");
        return run.Except(known).Any()
            ? Diagnosis.Problem(kept.Check, "it was made by a newer version of the program.", "Run that version, or set Data:Folder to another folder.")
            : Diagnosis.Ok(kept.Check, run.Count == known.Count ? $"whole, of this version, {size}" : $"whole, {size}, of an older version: the bot brings it up to date when it starts");
    }

    private static Diagnosis Broken(Kept kept) => Diagnosis.Problem(kept.Check, $"{kept.Path} is damaged.", $"Stop the bot, keep a copy of the file, and {kept.Cure}.");

    /// <summary>
    /// Where changes are kept beside the file and none waits there, nobody has it open, and it is read as one that nobody changes: else the
    /// library would put its own files beside it.
    /// </summary>
    private static string ConnectionString(Kept kept) => new SqliteConnectionStringBuilder
    {
        DataSource = kept.KeepsLog && !File.Exists($"{kept.Path}-wal") ? $"{new Uri(kept.Path).AbsoluteUri}?immutable=1" : kept.Path,
        Mode = SqliteOpenMode.ReadOnly,
        DefaultTimeout = 3,
        Pooling = false,
    }.ConnectionString;

    /// <param name="Scripts">What the names of its scripts begin with.</param>
    /// <param name="Cure">What is to be done with a damaged one, to follow "and".</param>
    /// <param name="KeepsLog">Whether changes wait beside it to be taken over (journal mode WAL).</param>
    private sealed record Kept(string Check, string Path, string Scripts, string Cure, bool KeepsLog);
}
