using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Receiving;

/// <summary>Asks Telegram for updates, again and again. What came is confirmed by the next request, once it is stored.</summary>
internal sealed partial class UpdatePolling(
    TelegramConnection connection, UpdateIntake intake, RunFailure failure, TimeProvider time, ILogger<UpdatePolling> logger)
{
    private long? offset;

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        var conflicts = new ConflictWatch(time.GetUtcNow());
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PollAsync(stoppingToken);
                failures = 0;
            }
            catch (ApiRequestException exception) when (exception.ErrorCode == 409 && !stoppingToken.IsCancellationRequested)
            {
                LogConflict(exception.Message);
                if (conflicts.ShouldGiveWay(time.GetUtcNow()))
                {
                    failure.Stop("Another program is receiving this bot's messages: stop it, or use another Telegram:Token.");
                    return;
                }

                await RemoveWebhookAsync(stoppingToken);
                await time.DelayAsync(failures: 1, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogPollFailed(++failures, $"{exception.GetType().Name}: {exception.Message}");
                await PauseAsync(exception, failures, stoppingToken);
            }
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        await intake.HandOverAsync(cancellationToken);
        var batch = RawUpdates.Read(await connection.FetchAsync(offset, cancellationToken), connection.Bot.Id);
        if (batch.Count == 0)
        {
            return;
        }

        await intake.StoreAsync(batch, cancellationToken);
        offset = batch.Max(update => update.Key.UpdateId) + 1;
    }

    /// <summary>The conflict may be with a webhook set meanwhile.</summary>
    private async Task RemoveWebhookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await connection.RemoveWebhookAsync(cancellationToken);
        }
        catch (RequestException exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogConflict(exception.Message);
        }
    }

    private Task PauseAsync(Exception exception, int failures, CancellationToken cancellationToken) =>
        exception is ApiRequestException { ErrorCode: 429, Parameters.RetryAfter: { } seconds }
            ? Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellationToken)
            : time.DelayAsync(failures, cancellationToken);

    [LoggerMessage(8014, LogLevel.Warning, "Polling failed {Failures} times: {Reason}")]
    private partial void LogPollFailed(int failures, string reason);

    [LoggerMessage(8015, LogLevel.Warning, "Telegram reports a conflict: {Reason}")]
    private partial void LogConflict(string reason);
}
