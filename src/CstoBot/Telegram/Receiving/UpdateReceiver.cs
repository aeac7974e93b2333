using Microsoft.Extensions.Options;
using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Receiving;

/// <summary>Receives updates as long as the bot runs, in the way that is configured.</summary>
internal sealed partial class UpdateReceiver(
    TelegramConnection connection,
    UpdateIntake intake,
    UpdatePolling polling,
    WebhookServer webhook,
    RunFailure failure,
    TimeProvider time,
    IOptions<TelegramOptions> options,
    ILogger<UpdateReceiver> logger) : BackgroundService
{
    // A database that is busy for a moment is no reason not to start.
    private const int ResumeTries = 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await connection.CheckAsync(stoppingToken);
        if (!await TryResumeAsync(stoppingToken))
        {
            return;
        }

        if (options.Value.Mode == TelegramMode.Webhook)
        {
            await HandOverAsync(stoppingToken);
            await webhook.RunAsync(stoppingToken);
            return;
        }

        await TryAsync(connection.RemoveWebhookAsync, stoppingToken);
        await polling.RunAsync(stoppingToken);
    }

    /// <summary>What can go wrong here keeps nobody from getting an answer.</summary>
    private async Task TryAsync(Func<CancellationToken, Task> preparation, CancellationToken cancellationToken)
    {
        try
        {
            await preparation(cancellationToken);
        }
        catch (RequestException exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotPrepared(exception.Message);
        }
    }

    /// <summary>Without its inbox the bot could lose messages: then it rather does not run.</summary>
    private async Task<bool> TryResumeAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await intake.ResumeAsync(connection.Bot.Id, cancellationToken);
                return true;
            }
            catch (Exception exception) when (failures < ResumeTries && !cancellationToken.IsCancellationRequested)
            {
                LogNotResumed(exception, failures);
                await time.DelayAsync(failures, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotResumed(exception, failures);
                failure.Stop($"The messages left by the last run cannot be read: {exception.Message}");
                return false;
            }
        }
    }

    /// <summary>Polling does so before each request; Telegram's next call may be long in coming.</summary>
    private async Task HandOverAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await intake.HandOverAsync(cancellationToken);
                return;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotHandedOver(exception, failures);
                await time.DelayAsync(failures, cancellationToken);
            }
        }
    }

    [LoggerMessage(8016, LogLevel.Error, "The messages left by the last run could not all be taken up (try {Failures}); trying again")]
    private partial void LogNotHandedOver(Exception exception, int failures);

    [LoggerMessage(8017, LogLevel.Error, "The messages left by the last run could not be read (try {Failures})")]
    private partial void LogNotResumed(Exception exception, int failures);

    [LoggerMessage(8018, LogLevel.Warning, "The webhook could not be removed: {Reason}")]
    private partial void LogNotPrepared(string reason);
}
