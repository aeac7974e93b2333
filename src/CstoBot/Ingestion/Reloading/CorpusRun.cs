namespace CstoBot.Ingestion.Reloading;

/// <summary>A change of the corpus under way; it goes on whoever waits for it.</summary>
internal sealed class CorpusRun(CorpusChange change, CorpusRequester requester, CancellationTokenSource cancelled)
{
    private readonly TaskCompletionSource<CorpusOutcome> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile CorpusProgress progress = CorpusProgress.Waiting;

    public CorpusChange Change { get; } = change;

    /// <summary>Whoever asked first; others may have joined.</summary>
    public CorpusRequester Requester { get; } = requester;

    public CorpusProgress Progress
    {
        get => progress;
        set => progress = value;
    }

    /// <summary>Never fails: a failure is an outcome.</summary>
    public Task<CorpusOutcome> Completion => outcome.Task;

    /// <summary>For what does the work.</summary>
    public CancellationToken Cancelled => cancelled.Token;

    /// <summary>Asks it to stop; where the switch has been made already it stays.</summary>
    public void Cancel() => cancelled.Cancel();

    public void Complete(CorpusOutcome result) => outcome.TrySetResult(result);
}
