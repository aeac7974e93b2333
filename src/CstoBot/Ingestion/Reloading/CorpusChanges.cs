using CstoBot.Ingestion.Versions;

namespace CstoBot.Ingestion.Reloading;

/// <summary>The queue of changes: one at a time, in the order in which they were asked for.</summary>
internal sealed partial class CorpusChanges(
    CorpusChanger changer, ICorpusStore store, TimeProvider time, ILogger<CorpusChanges> logger) : ICorpusChanges, IDisposable
{
    private readonly Lock gate = new();
    private readonly List<CorpusRun> runs = [];
    private readonly CancellationTokenSource stopped = new();
    private Task last = Task.CompletedTask;

    public event Action<CorpusRun>? Began;

    public CorpusRun? CurrentOrNull
    {
        get
        {
            lock (gate)
            {
                return runs.FirstOrDefault();
            }
        }
    }

    public CorpusRun Start(CorpusChange change, CorpusRequester requester)
    {
        lock (gate)
        {
            if (runs.Find(run => Joins(change, requester, run)) is { } underWay)
            {
                return underWay;
            }

            var run = new CorpusRun(change, requester, CancellationTokenSource.CreateLinkedTokenSource(stopped.Token));
            runs.Add(run);
            Began?.Invoke(run);
            last = last.ContinueWith(_ => CarryOutAsync(run), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap();
            return run;
        }
    }

    /// <summary>What is under way stops; nothing of it is kept.</summary>
    public void Dispose()
    {
        stopped.Cancel();
        last.Wait();
        stopped.Dispose();
    }

    /// <summary>A reload joins one that does the same: a person's fetches all web pages, and one may remove what another may not.</summary>
    private static bool Joins(CorpusChange change, CorpusRequester requester, CorpusRun run) =>
        change is CorpusChange.Reload
        && run.Change == change
        && !run.Cancelled.IsCancellationRequested
        && (run.Requester.Cause == requester.Cause || run.Requester.Cause is CorpusCause.Admin or CorpusCause.Terminal);

    private async Task CarryOutAsync(CorpusRun run)
    {
        var started = time.GetTimestamp();
        var outcome = await OutcomeAsync(run);
        var elapsed = time.GetElapsedTime(started);
        lock (gate)
        {
            runs.Remove(run);
        }

        outcome = outcome is CorpusOutcome.Done done ? new CorpusOutcome.Done(done.Report with { Elapsed = elapsed }) : outcome;
        run.Progress = run.Progress with { Phase = CorpusPhase.Done, Remaining = null };
        ReloadTelemetry.Ended(run, outcome, elapsed);
        Log(run, outcome);
        run.Complete(outcome);
    }

    private async Task<CorpusOutcome> OutcomeAsync(CorpusRun run)
    {
        try
        {
            await using var alone = await store.LockAsync(run.Cancelled);
            return await changer.ChangeAsync(run);
        }
        catch (OperationCanceledException) when (run.Cancelled.IsCancellationRequested)
        {
            return new CorpusOutcome.Cancelled();
        }
        catch (Exception exception) when (exception is SourcesUnavailableException or StartupException)
        {
            return new CorpusOutcome.Failed(exception.Message);
        }
        catch (Exception exception)
        {
            LogUnexpected(exception);
            return new CorpusOutcome.Failed($"Something went wrong ({exception.GetType().Name}); the log says more.");
        }
    }

    private void Log(CorpusRun run, CorpusOutcome outcome)
    {
        switch (outcome)
        {
            case CorpusOutcome.Done(var report):
                LogLoaded(report.CorpusVersion, report.Number, report.Added.Count, report.Changed.Count, report.Removed.Count, report.Unchanged, report.Failed.Count, report.Elapsed.TotalSeconds);
                break;
            case CorpusOutcome.NeedsConfirmation(var removed, var total) when run.Requester.Cause != CorpusCause.Terminal:
                LogUnconfirmed(removed, total);
                break;

            // At the terminal the person is told, and at the start whoever started it.
            case CorpusOutcome.Failed(var reason) when run.Requester.Cause is not (CorpusCause.Terminal or CorpusCause.Start):
                LogFailed(run.Change.GetType().Name, reason);
                break;
            default:
                break;
        }
    }

    [LoggerMessage(2001, LogLevel.Information, "Corpus {Version} (number {Number}): {Added} documents added, {Changed} changed, {Removed} removed, {Unchanged} unchanged, {Failed} could not be read; {Seconds:0.0} s")]
    private partial void LogLoaded(string version, int number, int added, int changed, int removed, int unchanged, int failed, double seconds);

    [LoggerMessage(2002, LogLevel.Warning, "{Removed} of {Total} documents are gone from the sources. Nothing was changed: `cstobot sources reload --yes` or /reload confirms that this is meant")]
    private partial void LogUnconfirmed(int removed, int total);

    [LoggerMessage(2003, LogLevel.Warning, "The sources stay as they are, {Change} failed: {Reason}")]
    private partial void LogFailed(string change, string reason);

    [LoggerMessage(2004, LogLevel.Error, "A change of the sources failed")]
    private partial void LogUnexpected(Exception exception);
}
