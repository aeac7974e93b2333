using CstoBot.Ingestion.Reloading;

namespace CstoBot.Ingestion;

/// <summary>
/// The path of the sources at the start of a program: the version kept from before, brought up to date from the folder. Where that
/// cannot be done, the version kept from before is used as it is.
/// </summary>
internal sealed class SourceReloader(ICorpusChanges changes, ICorpusIndexer indexer) : ISourceReload
{
    public async Task<ReloadReport> ReloadAsync(CancellationToken cancellationToken)
    {
        var run = changes.Start(new CorpusChange.Reload(), new CorpusRequester(CorpusCause.Start));
        await using var stopping = cancellationToken.Register(run.Cancel);
        return await run.Completion switch
        {
            CorpusOutcome.Done(var report) => report,
            CorpusOutcome.Cancelled => throw new OperationCanceledException(cancellationToken),
            _ when indexer.CurrentOrNull is { } kept => new ReloadReport(kept.Version, [], [], [], kept.Documents.Count, []) { Number = kept.Number },
            CorpusOutcome.Failed(var reason) => throw new SourcesUnavailableException(reason),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }
}
