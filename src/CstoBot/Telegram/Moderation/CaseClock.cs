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
            try
            {
                await ExpireAsync(stoppingToken);
                await corrections.MakeAsync(stoppingToken);
                await curation.LookAsync(stoppingToken);
                await reminders.RemindAsync(stoppingToken);
            }
            catch (StaleCaseException)
            {
                // A moderator was faster; the next tick sees it.
            }
            catch (DatabaseUnavailableException exception)
            {
                LogFailed(null, exception.Message);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception, exception.Message);
            }
        }
    }

    private async Task ExpireAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var due in await cases.DueAsync(now, ExpiredAtOnce, cancellationToken))
        {
            var outcome = await actions.CarryOutAsync(due, new CaseAction.Expire(), by: null, now, cancellationToken);
            await unprompted.CarryOutAsync(outcome.Effects, cancellationToken);
            LogExpired(due.Id);
        }
    }

    [LoggerMessage(LogLevel.Information, "Case {CaseId}: nobody decided in time")]
    private partial void LogExpired(long caseId);

    [LoggerMessage(LogLevel.Error, "Cases could not be looked after: {Reason}; trying again")]
    private partial void LogFailed(Exception? exception, string reason);
}
