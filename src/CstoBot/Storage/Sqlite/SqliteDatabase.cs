using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CstoBot.Storage.Sqlite;

/// <summary>Hands out connections to the bot's database: any number of readers, one writer at a time.</summary>
internal sealed class SqliteDatabase(IOptions<DataOptions> data) : IDisposable
{
    // SQLite has one writer; queueing here costs nothing, while a busy database makes its client sleep on a thread.
    private readonly SemaphoreSlim writing = new(1, 1);

    public string Folder { get; } = Path.GetFullPath(data.Value.Folder);

    public string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(Folder, "cstobot.db"),
        ForeignKeys = true,
        DefaultTimeout = 10,
    }.ConnectionString;

    public async Task<T> ReadAsync<T>(Func<SqliteConnection, Task<T>> query, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await query(connection);
    }

    /// <summary>Runs the change in one transaction that is committed when it returns and rolled back when it throws.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteTransaction, Task<T>> change, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await using var transaction = connection.BeginTransaction(deferred: false);
            var result = await change(transaction);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        writing.Dispose();
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
