namespace CstoBot.Ingestion.Versions;

/// <summary>
/// Keeps the latest versions of the corpus. A version is there as a whole or not at all: contents are put first, under keys made of
/// them, and the version that names them comes in one transaction.
/// </summary>
internal interface ICorpusStore
{
    /// <summary>The latest version; null when there is none.</summary>
    Task<CorpusSnapshot?> CurrentOrNullAsync(CancellationToken cancellationToken);

    /// <summary>Null when that version is not kept.</summary>
    Task<CorpusSnapshot?> FindOrNullAsync(int number, CancellationToken cancellationToken);

    /// <summary>The number of the latest version, looked up cheaply; 0 when there is none.</summary>
    Task<int> LatestNumberAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the content of documents; what is kept already stays.</summary>
    /// <returns>The key of each.</returns>
    Task<IReadOnlyList<string>> PutAsync(IReadOnlyList<SourceDocument> documents, CancellationToken cancellationToken);

    /// <summary>The documents of these keys, in the same order.</summary>
    /// <exception cref="SourcesUnavailableException">One is not kept, or is damaged.</exception>
    Task<IReadOnlyList<SourceDocument>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>Makes a version the latest one, and lets go of what only versions older than the kept ones hold.</summary>
    /// <param name="next">Its number is that of the latest version and one more.</param>
    /// <exception cref="SourcesUnavailableException">Another process was faster.</exception>
    Task CommitAsync(CorpusSnapshot next, CancellationToken cancellationToken);

    /// <summary>Waits until no other process changes the corpus, and keeps them from it until the result is disposed.</summary>
    Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken);
}
