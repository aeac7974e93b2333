using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CstoBot.Storage.Sqlite;

/// <summary>Copies the databases by SQLite's VACUUM INTO, which reads one state of each and keeps no writer waiting for long.</summary>
internal sealed class SqliteBackup(IOptions<DataOptions> data) : IBackup
{
    // In this order: what an answer cites is kept before it is given, so it is in the copy that is made later.
    private static readonly string[] Names = [SqliteDatabase.FileName, DataFolder.CorpusFileName];

    private readonly string source = Path.GetFullPath(data.Value.Folder);

    public async Task<IReadOnlyList<BackupFile>> WriteAsync(string folder, bool mayReplace, CancellationToken cancellationToken)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var unfinished = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            Check(target, mayReplace);
            Directory.CreateDirectory(unfinished);
            var files = new List<BackupFile>();
            foreach (var name in Names)
            {
                files.Add(new BackupFile(name, await CopyOrNullAsync(Path.Combine(source, name), Path.Combine(unfinished, name), cancellationToken)));
            }

            Put(unfinished, target);
            return files;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartupException($"The backup could not be written to {target}: {Reason(exception)}", exception);
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    private void Check(string target, bool mayReplace)
    {
        if (!Names.Any(name => File.Exists(Path.Combine(source, name))))
        {
            throw new StartupException($"There is no database in {source}: the bot has not run with this Data:Folder.");
        }

        if (File.Exists(target))
        {
            throw new StartupException($"{target} is a file: name a new folder for the backup.");
        }

        var held = Directory.Exists(target) ? Directory.EnumerateFileSystemEntries(target).Select(Path.GetFileName).ToList() : [];
        if (target == source || held.Except(Names).Any())
        {
            throw new StartupException($"{target} holds something else than a backup: name a new folder.");
        }

        if (held.Count > 0 && !mayReplace)
        {
            throw new StartupException($"{target} holds a backup already: name another folder, or say --replace.");
        }
    }

    private static async Task<long?> CopyOrNullAsync(string database, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(database))
        {
            return null;
        }

        // Not for reading only: what a killed program left unfinished is put right when the file is opened.
        var settings = new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        await using (var connection = new SqliteConnection(settings.ConnectionString))
        {
            await connection.OpenAsync(cancellationToken);
            connection.Execute("VACUUM INTO @file", new { file });
        }

        // SQLite leaves it to the system when such a copy reaches the disk.
        await using var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
        return written.Length;
    }

    private static void Put(string finished, string target)
    {
        var old = Path.ChangeExtension(finished, "old");
        if (Directory.Exists(target))
        {
            Directory.Move(target, old);
        }

        Directory.Move(finished, target);
        if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    private static string Reason(Exception exception) => exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL }
        ? "the disk is full."
        : exception.Message.Split('\n')[0].TrimEnd();
}
