using CstoBot.Ingestion.Reloading;
using CstoBot.Retrieval;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Sources;

/// <summary>Keeps the messages that tell how changes of the corpus go: progress now and then, then how it ended.</summary>
internal sealed partial class RunFollower(
    SourceRuns runs, CurrentIndex index, IRunNotices notices, SourceAlarm alarm, UnpromptedEffects unprompted, TelegramConnection connection, TimeProvider time, ILogger<RunFollower> logger)
    : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    /// <summary>Telegram takes about one message a second in a chat, and in a group twenty a minute, which others need too.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan IntervalInGroups = TimeSpan.FromSeconds(10);

    // After that long it is probably not going to arrive: how the change ended then comes as a message of its own.
    private static readonly TimeSpan PatienceForArrival = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await connection.CheckAsync(stoppingToken);
        using var timer = new PeriodicTimer(Tick, time);
        var (isClean, nextTry) = (false, DateTimeOffset.MinValue);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = time.GetUtcNow();
            if (!isClean && now >= nextTry)
            {
                (isClean, nextTry) = (await TryAsync(EndInterruptedAsync, stoppingToken), now + PauseAfterFailure);
            }

            foreach (var run in runs.Followed.Where(run => now >= run.NextTry))
            {
                run.NextTry = await TryAsync(cancellation => KeepUpAsync(run, now, cancellation), stoppingToken) ? now : now + PauseAfterFailure;
            }

            await TryAsync(alarm.LookAsync, stoppingToken);
        }
    }

    /// <returns>False when it failed: it is then tried again.</returns>
    private async Task<bool> TryAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step(cancellationToken);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception is DatabaseUnavailableException ? null : exception, exception.Message);
            return false;
        }
    }

    /// <summary>What is open and not followed was begun by an earlier run of the bot: the change ended with it.</summary>
    private async Task EndInterruptedAsync(CancellationToken cancellationToken)
    {
        var open = await notices.OpenAsync(unprompted.BotId, cancellationToken);
        var followed = runs.Followed.Select(run => run.Notice.Id).ToHashSet();
        foreach (var left in open)
        {
            if (!followed.Contains(left.Id))
            {
                await unprompted.CarryOutAsync(
                    EndOf(left, new MessageReference(Notice: left.Id), RunRenderer.Interrupted(index.ValueOrNull?.Corpus, left.Language), RunAudits.Interrupted), cancellationToken);
            }
        }
    }

    private Task KeepUpAsync(FollowedRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (run.Run.Completion.IsCompletedSuccessfully)
        {
            return EndAsync(run, run.Run.Completion.Result, now, cancellationToken);
        }

        return now - run.ShownAt >= (run.Notice.Place.IsGroup ? IntervalInGroups : Interval) ? ShowAsync(run, now, cancellationToken) : Task.CompletedTask;
    }

    private async Task ShowAsync(FollowedRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var message = RunRenderer.Progress(run.Run.Progress, run.Notice.Id, isJoined: run.Notice.Audit is null, run.Notice.Language);
        if (message.Text == run.Shown.Text || await notices.FindOrNullAsync(run.Notice.Id, cancellationToken) is not { MessageId: { } shownIn })
        {
            return;
        }

        await unprompted.CarryOutAsync(
            Effects.Send([new Outgoing.Edit(run.Notice.Place, new MessageReference(shownIn), message)]), cancellationToken);
        (run.Shown, run.ShownAt) = (message, now);
    }

    /// <summary>Once the message is there: else the one that it replaces could come after it.</summary>
    private async Task EndAsync(FollowedRun run, CorpusOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        run.EndedAt ??= now;
        var shownIn = (await notices.FindOrNullAsync(run.Notice.Id, cancellationToken))?.MessageId;
        if (shownIn is null && now - run.EndedAt < PatienceForArrival)
        {
            return;
        }

        var target = (shownIn ?? run.PressedId) is { } messageId ? new MessageReference(messageId) : new MessageReference(Notice: run.Notice.Id);
        var message = RunRenderer.Outcome(outcome, run.More, run.Edition, run.Notice.Language);
        await unprompted.CarryOutAsync(EndOf(run.Notice, target, message, RunAudits.DetailOf(run.Run.Change, outcome)), cancellationToken);
        runs.Forget(run);
        LogEnded(outcome.GetType().Name);
    }

    private Effects EndOf(RunNotice notice, MessageReference target, RenderedMessage message, string detail) => Effects.Send(
        [new Outgoing.Edit(notice.Place, target, message)],
        [
            new Change.NoticeEnded(notice.Id),
            .. notice.Audit is { } audit ? [new Change.Audited(new AuditEntry(time.GetUtcNow(), audit.UserId, audit.Action, audit.Target, detail))] : Array.Empty<Change>(),
        ]);

    [LoggerMessage(8043, LogLevel.Information, "A change of the sources that an admin asked for has ended: {Outcome}")]
    private partial void LogEnded(string outcome);

    [LoggerMessage(8044, LogLevel.Error, "An admin could not be told how a change of the sources goes: {Reason}; trying again")]
    private partial void LogFailed(Exception? exception, string reason);
}
