using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using static SQLitePCL.raw;

namespace CstoBot.Storage.Sqlite;

/// <summary>The bot's database: any number of readers, and one writer that commits what gathers.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    public const string FileName = "cstobot.db";

    // None of them tells anything about the change.
    private static readonly int[] Unavailable = [SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_BUSY, SQLITE_LOCKED, SQLITE_NOMEM];

    private readonly ConcurrentBag<SqliteConnection> idle = [];
    private readonly GroupCommit writer;

    public SqliteDatabase(IOptions<DataOptions> data)
    {
        Folder = System.IO.Path.GetFullPath(data.Value.Folder);
        writer = new GroupCommit(Open);
    }

    public string Folder { get; }

    public string Path => System.IO.Path.Combine(Folder, FileName);

    public string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        ForeignKeys = true,
        DefaultTimeout = 10,

        // Connections are kept here: a pool of the library's would check them anew each time.
        Pooling = false,
    }.ConnectionString;

    /// <summary>Looks something up, on the caller's thread: for what takes microseconds.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = idle.TryTake(out var kept) ? kept : Open();
        try
        {
            var result = query(connection);
            idle.Add(connection);
            return Task.FromResult(result);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes a change in one transaction; it is on disk when the task completes, and undone when it fails.</summary>
    /// <exception cref="DatabaseUnavailableException">Nothing can be stored at the moment.</exception>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.RunAsync(change, cancellationToken);
        }
        catch (SqliteException exception) when (Unavailable.Contains(exception.SqliteErrorCode))
        {
            throw new DatabaseUnavailableException(exception);
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();

            // In KiB. The system keeps the file's pages in memory; a copy of them in each connection is not worth the usual 2 MB.
            connection.Execute("PRAGMA cache_size = -512");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
