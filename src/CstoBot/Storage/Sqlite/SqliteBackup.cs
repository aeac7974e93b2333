using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CstoBot.Storage.Sqlite;

/// <summary>Copies the database by SQLite's VACUUM INTO, which reads one state of it and keeps no writer waiting.</summary>
internal sealed class SqliteBackup(IOptions<DataOptions> data) : IBackup
{
    public async Task<long> WriteAsync(string file, CancellationToken cancellationToken)
    {
        var database = Path.Combine(Path.GetFullPath(data.Value.Folder), SqliteDatabase.FileName);
        if (!File.Exists(database))
        {
            throw new StartupException($"There is no database in {Path.GetDirectoryName(database)}: the bot has not run with this Data:Folder.");
        }

        if (File.Exists(file))
        {
            throw new StartupException($"{file} is there already: name another file, or remove it first.");
        }

        var unfinished = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            await CopyAsync(database, unfinished, cancellationToken);
            File.Move(unfinished, file);
            return new FileInfo(file).Length;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StartupException($"The backup could not be written: {exception.Message}", exception);
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }

    private static async Task CopyAsync(string database, string file, CancellationToken cancellationToken)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var connection = new SqliteConnection(source.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        connection.Execute("VACUUM INTO @file", new { file });
    }
}
