using CstoBot.Ingestion.Reloading;

namespace CstoBot.Ingestion;

/// <summary>
/// The path of the sources at the start of a program: the version kept from before, brought up to date from the folder. Where that
/// cannot be done, the version kept from before is used as it is.
/// </summary>
internal sealed partial class SourceReloader(ICorpusChanges changes, ICorpusIndexer indexer, ILogger<SourceReloader> logger) : ISourceReload
{
    public async Task<ReloadReport> ReloadAsync(CancellationToken cancellationToken)
    {
        var run = changes.Start(new CorpusChange.Reload(), new CorpusRequester(CorpusCause.Start));
        await using var stopping = cancellationToken.Register(run.Cancel);
        switch (await run.Completion)
        {
            case CorpusOutcome.Done(var report):
                return report;
            case CorpusOutcome.Cancelled:
                throw new OperationCanceledException(cancellationToken);
            case CorpusOutcome.Failed(var reason) when indexer.CurrentOrNull is null:
                throw new SourcesUnavailableException(reason);
            case CorpusOutcome.Failed(var reason):
                LogKept(reason);
                break;
        }

        var kept = indexer.CurrentOrNull ?? throw new SourcesUnavailableException("There are no documents.");
        return new ReloadReport(kept.Version, [], [], [], kept.Documents.Count, []) { Number = kept.Number };
    }

    [LoggerMessage(2007, LogLevel.Warning, "The documents are used as they were the last time, the sources cannot be read: {Reason}")]
    private partial void LogKept(string reason);
}
