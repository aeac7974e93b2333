using CstoBot.Retrieval.Indexing;

namespace CstoBot.Ingestion.Versions;

/// <summary>Keeps no versions: for a program that answers from the folder as it is, and ends.</summary>
internal sealed class ForgetfulCorpusStore : ICorpusStore, IDocumentArchive
{
    public Task<CorpusSnapshot?> CurrentOrNullAsync(CancellationToken cancellationToken) => Task.FromResult<CorpusSnapshot?>(null);

    public Task<CorpusSnapshot?> FindOrNullAsync(int number, CancellationToken cancellationToken) => Task.FromResult<CorpusSnapshot?>(null);

    public Task<int> LatestNumberAsync(CancellationToken cancellationToken) => Task.FromResult(0);

    public Task<IReadOnlyList<string>> PutAsync(IReadOnlyList<SourceDocument> documents, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(documents.Select(document => DocumentKey.Of(DocumentBytes.Write(document))).ToList());

    public Task<IReadOnlyList<SourceDocument>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) => keys.Count == 0
        ? Task.FromResult<IReadOnlyList<SourceDocument>>([])
        : throw new SourcesUnavailableException("No documents are kept.");

    public Task CommitAsync(CorpusSnapshot next, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable>(new NoLock());

    public Task<IReadOnlyList<CorpusVersion>> VersionsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CorpusVersion>>([]);

    public Task<SourceDocument?> FindOrNullAsync(string name, string contentHash, CancellationToken cancellationToken) => Task.FromResult<SourceDocument?>(null);

    private sealed class NoLock : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>Keeps no files, likewise.</summary>
internal sealed class ForgetfulFileStore : IFileStore
{
    public Task PutAsync(string hash, byte[] content, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<byte[]?> ReadOrNullAsync(string hash, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);

    public Task<long> StageAsync(StagedUpload upload, CancellationToken cancellationToken) => throw new UnreadableDocumentException("cannot be kept here");

    public Task<StagedUpload?> StagedOrNullAsync(long id, CancellationToken cancellationToken) => Task.FromResult<StagedUpload?>(null);

    public Task<bool> UnstageAsync(long id, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<IReadOnlyDictionary<string, KeptPage>> PagesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, KeptPage>>(new Dictionary<string, KeptPage>());

    public Task PutPageAsync(string url, KeptPage page, CancellationToken cancellationToken) => Task.CompletedTask;
}
