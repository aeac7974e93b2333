using CstoBot.Ingestion;
using CstoBot.Ingestion.Versions;
using CstoBot.Retrieval.Indexing;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite.Corpus;

internal sealed class SqliteCorpusStore(CorpusDatabase database) : ICorpusStore, IDocumentArchive
{
    public Task<CorpusSnapshot?> CurrentOrNullAsync(CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(connection => Latest(connection) is > 0 and var number ? VersionRows.ReadOrNull(connection, number) : null));

    public Task<CorpusSnapshot?> FindOrNullAsync(int number, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(connection => VersionRows.ReadOrNull(connection, number)));

    public Task<int> LatestNumberAsync(CancellationToken cancellationToken) => Task.FromResult(database.Read(Latest));

    public async Task<IReadOnlyList<string>> PutAsync(IReadOnlyList<SourceDocument> documents, CancellationToken cancellationToken)
    {
        var contents = documents.Select(document => (Document: document, Bytes: DocumentBytes.Write(document))).Select(pair => (pair.Document, pair.Bytes, Key: DocumentKey.Of(pair.Bytes))).ToList();
        if (contents.Count > 0)
        {
            await database.WriteAsync(connection => contents.Sum(content => Put(connection, content.Document, content.Key, content.Bytes)), cancellationToken);
        }

        return contents.ConvertAll(content => content.Key);
    }

    public Task<IReadOnlyList<SourceDocument>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SourceDocument>>(keys.Count == 0
        ? []
        : database.Read(connection => keys.Select(key =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bytes = connection.QuerySingleOrDefault<byte[]?>("SELECT bytes FROM contents WHERE key = @key", new { key = Convert.FromHexString(key) });
            return Packed.DocumentOrNull(bytes, key) ?? throw new SourcesUnavailableException($"A kept document in {database.Folder} is missing or damaged.");
        }).ToList()));

    public Task CommitAsync(CorpusSnapshot next, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            if (Latest(connection) != next.Version.Number - 1)
            {
                throw new SourcesUnavailableException("Another process changed the documents meanwhile: try again.");
            }

            VersionRows.Write(connection, next);
            return VersionRows.RemoveOld(connection, next.Version.Number);
        },
        cancellationToken);

    public async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken) => await CorpusLock.TakeAsync(database.Folder, cancellationToken);

    public Task<IReadOnlyList<CorpusVersion>> VersionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(VersionRows.Versions));

    public Task<SourceDocument?> FindOrNullAsync(string name, string contentHash, CancellationToken cancellationToken) => Task.FromResult(database.Read(connection =>
        connection.QueryFirstOrDefault<(byte[] Key, byte[] Bytes)?>(
            "SELECT key, bytes FROM contents WHERE name = @name AND content_hash = @contentHash ORDER BY id DESC LIMIT 1", new { name, contentHash }) is var (key, bytes)
            ? Packed.DocumentOrNull(bytes, Convert.ToHexStringLower(key))
            : null));

    private static int Latest(SqliteConnection connection) => connection.ExecuteScalar<int?>("SELECT max(number) FROM versions") ?? 0;

    private static int Put(SqliteConnection connection, SourceDocument document, string key, byte[] bytes)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO contents (key, name, content_hash, bytes) VALUES ($key, $name, $hash, $bytes) ON CONFLICT (key) DO NOTHING";
        command.Parameters.AddWithValue("$key", Convert.FromHexString(key));
        command.Parameters.AddWithValue("$name", document.Name);
        command.Parameters.AddWithValue("$hash", document.ContentHash);
        command.Parameters.AddWithValue("$bytes", Packed.Bytes(bytes));
        return command.ExecuteNonQuery();
    }
}
