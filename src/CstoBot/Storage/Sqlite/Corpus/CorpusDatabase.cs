using CstoBot.Ingestion;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CstoBot.Storage.Sqlite.Corpus;

/// <summary>
/// The database of the corpus versions, a file beside the bot's own: a reload writes much at once, and nobody's question is to wait for
/// that. Made when it is first needed; where nothing may be written, one that is there is read.
/// </summary>
internal sealed class CorpusDatabase(IOptions<DataOptions> data, bool isReadOnly) : IDisposable
{
    /// <summary>What the names of its scripts begin with.</summary>
    public const string Scripts = "CstoBot.Storage.Sqlite.Corpus.Scripts.";

    private readonly SemaphoreSlim oneWriter = new(1, 1);
    private readonly Lock gate = new();
    private bool isReady;

    public string Folder { get; } = Path.GetFullPath(data.Value.Folder);

    public bool Exists => File.Exists(FilePath);

    private string FilePath => Path.Combine(Folder, DataFolder.CorpusFileName);

    private string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = FilePath,
        Mode = isReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        DefaultTimeout = 30,
        Pooling = false,
    }.ConnectionString;

    /// <exception cref="SourcesUnavailableException">The database cannot be read.</exception>
    public T Read<T>(Func<SqliteConnection, T> query)
    {
        using var connection = Open();
        return Do(() => query(connection));
    }

    /// <summary>Makes a change in one transaction.</summary>
    /// <exception cref="SourcesUnavailableException">It cannot be written.</exception>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken)
    {
        await oneWriter.WaitAsync(cancellationToken);
        try
        {
            using var connection = Open();
            return Do(() =>
            {
                // Taken at once: two that first read and then write would wait for each other.
                using var transaction = connection.BeginTransaction(deferred: false);
                var result = change(connection);
                transaction.Commit();
                return result;
            });
        }
        finally
        {
            oneWriter.Release();
        }
    }

    public void Dispose() => oneWriter.Dispose();

    private SqliteConnection Open()
    {
        MakeReady();
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            Do(() =>
            {
                connection.Open();
                return connection.Execute("PRAGMA cache_size = -4096");
            });
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void MakeReady()
    {
        lock (gate)
        {
            if (isReady || isReadOnly)
            {
                return;
            }

            Do(() =>
            {
                Directory.CreateDirectory(Folder);
                SchemaUpgrade.Run(ConnectionString, Scripts, Folder);
                return isReady = true;
            });
        }
    }

    private T Do<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new SourcesUnavailableException($"The kept versions of the documents in {FilePath} cannot be used: {exception.Message.Split('\n')[0].TrimEnd()}");
        }
    }
}
