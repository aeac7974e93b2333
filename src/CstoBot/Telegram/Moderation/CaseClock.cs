using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Moderation;

/// <summary>What happens to cases without anybody's doing: time is up, moderators are reminded, corrections go out.</summary>
internal sealed partial class CaseClock(
    ICaseStore cases, CaseActions actions, Corrections corrections, CurationWatch curation, Reminders reminders, UnpromptedEffects unprompted, TimeProvider time, ILogger<CaseClock> logger)
    : BackgroundService
{
    private const int ExpiredAtOnce = 50;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(ExpireAsync, stoppingToken);
            await TryAsync(corrections.MakeAsync, stoppingToken);
            await TryAsync(curation.LookAsync, stoppingToken);
            await TryAsync(reminders.RemindAsync, stoppingToken);
        }
    }

    /// <summary>What fails keeps nothing else from being done, and is tried again at the next tick.</summary>
    private async Task TryAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step(cancellationToken);
        }
        catch (StaleCaseException)
        {
            // A moderator was faster; the next tick sees it.
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception is DatabaseUnavailableException ? null : exception, exception.Message);
        }
    }

    private async Task ExpireAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var due in await cases.DueAsync(now, ExpiredAtOnce, cancellationToken))
        {
            await TryAsync(cancellation => ExpireAsync(due, now, cancellation), cancellationToken);
        }
    }

    private async Task ExpireAsync(Case due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var outcome = await actions.CarryOutAsync(due, new CaseAction.Expire(), by: null, now, cancellationToken);
        await unprompted.CarryOutAsync(outcome.Effects, cancellationToken);
        LogExpired(due.Id);
    }

    [LoggerMessage(8005, LogLevel.Information, "Case {CaseId}: nobody decided in time")]
    private partial void LogExpired(long caseId);

    [LoggerMessage(8006, LogLevel.Error, "Cases could not be looked after: {Reason}; trying again")]
    private partial void LogFailed(Exception? exception, string reason);
}
