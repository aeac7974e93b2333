namespace CstoBot.Ingestion;

/// <summary>
/// The path of the sources: read, index aside, switch in one step. One reload at a time; questions in flight finish on
/// the version they began with.
/// </summary>
internal sealed partial class SourceReloader(CorpusReader reader, ICorpusIndexer indexer, ILogger<SourceReloader> logger) : ISourceReload, IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public async Task<ReloadReport> ReloadAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => BuildAsync(cancellationToken), cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<ReloadReport> BuildAsync(CancellationToken cancellationToken)
    {
        var before = indexer.CurrentOrNull;
        var corpus = reader.Read(before, cancellationToken);
        await indexer.IndexAsync(corpus, cancellationToken);
        LogLoaded(corpus.Version, corpus.Documents.Count, corpus.Failures.Count);
        return ReloadReport.Between(before, corpus);
    }

    [LoggerMessage(LogLevel.Information, "Corpus {Version}: {Documents} documents, {Failures} failed")]
    private partial void LogLoaded(string version, int documents, int failures);
}
