using CstoBot.Ingestion.Versions;

namespace CstoBot.Ingestion.Reloading;

/// <summary>
/// The path of a change: what the version will hold, its index aside, a check of it, the version committed, the switch. Whatever fails
/// before the commit changes nothing; questions in flight finish on the version they began with.
/// </summary>
internal sealed class CorpusChanger(CorpusBuilder builder, CorpusInUse inUse, ICorpusStore store, ICorpusTrial trial, TimeProvider time)
{
    /// <exception cref="SourcesUnavailableException">It cannot be done; the message is one line.</exception>
    public async Task<CorpusOutcome> ChangeAsync(CorpusRun run)
    {
        var before = await inUse.CatchUpAsync(run.Cancelled);
        if (before is not null && IsHeld(run, before))
        {
            return new CorpusOutcome.Done(CorpusDifference.None(before));
        }

        var progress = new ProgressMeter(run, time);
        var draft = await builder.BuildAsync(run.Change, run.Requester.Cause, before, inUse.Failing, progress, run.Cancelled);
        if (draft.Documents.Count == 0)
        {
            throw new SourcesUnavailableException(draft.Failures is [var failure, ..]
                ? $"No document could be read: {failure.Name} {failure.Reason}."
                : $"The sources folder holds no documents: {draft.Folder}");
        }

        var difference = CorpusDifference.Between(before, draft.Documents);
        if (run.Change is CorpusChange.Reload { MayRemoveMost: false } && before?.Folder == draft.Folder && difference.IsMostRemoved)
        {
            return new CorpusOutcome.NeedsConfirmation(difference.Removed.Count, difference.Before);
        }

        var next = Next(draft, before, difference, run.Requester);
        progress.Begin(CorpusPhase.Indexing, difference.Added.Count + difference.Changed.Count);
        var failures = Failures(run.Change, draft);
        var prepared = await inUse.PrepareAsync(next, draft.Read, failures, progress, run.Cancelled);
        var report = difference.Report(next, draft.Failures) with { Chunks = prepared.Chunks };
        if (difference.IsNone)
        {
            await SwitchAsync(next, before, prepared, failures, run);
            return new CorpusOutcome.Done(report);
        }

        return new CorpusOutcome.Done(report with { Effect = await TriedAsync(next, before, prepared, failures, progress, run) });
    }

    /// <summary>What cannot be read now: a reload looked at everything, another change at one file.</summary>
    private IReadOnlyList<FailedDocument> Failures(CorpusChange change, CorpusDraft draft) => change is CorpusChange.Reload
        ? draft.Failures
        : [.. inUse.Failures.Where(failure => draft.Read.Values.All(document => document.Name != failure.Name)), .. draft.Failures];

    /// <summary>After a rollback only a person's reload takes up changes.</summary>
    private static bool IsHeld(CorpusRun run, CorpusSnapshot before) =>
        run.Change is CorpusChange.Reload && before.Version.IsHeld && run.Requester.Cause is not (CorpusCause.Admin or CorpusCause.Terminal);

    private async Task<EvaluationEffect?> TriedAsync(
        CorpusSnapshot next, CorpusSnapshot? before, IPreparedCorpus prepared, IReadOnlyList<FailedDocument> failures, ProgressMeter progress, CorpusRun run)
    {
        progress.Begin(CorpusPhase.Evaluating, 0);
        var earlier = before is null ? null : await trial.AccuracyOrNullAsync(progress, run.Cancelled);
        await SwitchAsync(next, before, prepared, failures, run);

        // The switch is made: a cancellation has nothing left to stop.
        return await trial.AccuracyOrNullAsync(progress, CancellationToken.None) is { } now ? new EvaluationEffect(earlier, now) : null;
    }

    private async Task SwitchAsync(CorpusSnapshot next, CorpusSnapshot? before, IPreparedCorpus prepared, IReadOnlyList<FailedDocument> failures, CorpusRun run)
    {
        try
        {
            PreparedCheck.Check(prepared, next.Documents);
            run.Cancelled.ThrowIfCancellationRequested();
            if (next.Version.Number != before?.Version.Number)
            {
                await store.CommitAsync(next, CancellationToken.None);
            }
        }
        catch
        {
            prepared.Discard();
            throw;
        }

        inUse.Switch(next, prepared, failures);
    }

    /// <summary>The version before when nothing at all is different.</summary>
    private CorpusSnapshot Next(CorpusDraft draft, CorpusSnapshot? before, CorpusDifference difference, CorpusRequester requester)
    {
        if (before is not null && difference.IsNone && draft.IsSame(before))
        {
            return before;
        }

        var version = new CorpusVersion(
            (before?.Version.Number ?? 0) + 1,
            VersionDocuments.Id(draft.Documents),
            time.GetUtcNow(),
            requester.Cause,
            requester.UserId,
            draft.Documents.Count,
            difference.Added.Count,
            difference.Changed.Count,
            difference.Removed.Count,
            draft.Failures.Count,
            draft.RolledBackTo)
        {
            IsHeld = draft.IsHeld,
        };
        return new CorpusSnapshot(version, draft.Folder, draft.Files, draft.Corrections, draft.LeftOut);
    }
}
