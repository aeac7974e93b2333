using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Receiving;

/// <summary>Polls Telegram. An update is stored before it is confirmed; one that cannot be read is set aside and blocks no other.</summary>
internal sealed partial class UpdateReceiver(
    TelegramConnection connection,
    IInbox inbox,
    UpdateWorker worker,
    RunFailure failure,
    TimeProvider time,
    ILogger<UpdateReceiver> logger) : BackgroundService
{
    // Stored and not yet handed over: kept here when something fails between the two, or they would wait for the next start.
    private readonly Queue<ReceivedUpdate> stored = new();
    private long? offset;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await connection.CheckAsync(stoppingToken);
        await TryAsync(connection.RemoveWebhookAsync, stoppingToken);
        await TryAsync(connection.SetCommandsAsync, stoppingToken);
        if (!await TryTakeUpPendingAsync(stoppingToken))
        {
            return;
        }

        await PollForeverAsync(stoppingToken);
    }

    private async Task PollForeverAsync(CancellationToken stoppingToken)
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

                await TryAsync(connection.RemoveWebhookAsync, stoppingToken);
                await time.DelayAsync(failures: 1, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogPollFailed(++failures, $"{exception.GetType().Name}: {exception.Message}");
                await PauseAsync(exception, failures, stoppingToken);
            }
        }
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
    private async Task<bool> TryTakeUpPendingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TakeUpPendingAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            failure.Stop($"The messages left by the last run cannot be read: {exception.Message}");
            return false;
        }
    }

    private async Task TakeUpPendingAsync(CancellationToken cancellationToken)
    {
        var pending = await inbox.PendingAsync(connection.Bot.Id, cancellationToken);
        if (pending.Count > 0)
        {
            LogTakenUp(pending.Count);
        }

        pending.ToList().ForEach(stored.Enqueue);
        await HandOverAsync(cancellationToken);
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        await HandOverAsync(cancellationToken);
        var batch = RawUpdates.Read(await connection.FetchAsync(offset, cancellationToken), connection.Bot.Id);
        if (batch.Count == 0)
        {
            return;
        }

        var added = await inbox.AddAsync(batch, time.GetUtcNow(), cancellationToken);
        offset = batch.Max(update => update.Key.UpdateId) + 1;
        added.ToList().ForEach(stored.Enqueue);
        await HandOverAsync(cancellationToken);
    }

    private async Task HandOverAsync(CancellationToken cancellationToken)
    {
        while (stored.TryPeek(out var update))
        {
            await HandOverAsync(update, cancellationToken);
            stored.Dequeue();
        }
    }

    private async Task HandOverAsync(ReceivedUpdate received, CancellationToken cancellationToken)
    {
        if (ReadUpdate.TryFrom(received, out var update, out var error))
        {
            await worker.AddAsync(update, cancellationToken);
            return;
        }

        await inbox.ParkAsync(received.Key, error, cancellationToken);
        LogUnreadable(received.Key.UpdateId, await inbox.CountParkedAsync(received.Key.BotId, cancellationToken));
    }

    private Task PauseAsync(Exception exception, int failures, CancellationToken cancellationToken) =>
        exception is ApiRequestException { ErrorCode: 429, Parameters.RetryAfter: { } seconds }
            ? Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellationToken)
            : time.DelayAsync(failures, cancellationToken);

    [LoggerMessage(LogLevel.Information, "Taking up {Count} updates left by the last run")]
    private partial void LogTakenUp(int count);

    [LoggerMessage(LogLevel.Error, "Update {UpdateId} cannot be read and is parked; {Parked} are parked by now")]
    private partial void LogUnreadable(long updateId, int parked);

    [LoggerMessage(LogLevel.Warning, "Polling failed {Failures} times: {Reason}")]
    private partial void LogPollFailed(int failures, string reason);

    [LoggerMessage(LogLevel.Warning, "Telegram reports a conflict: {Reason}")]
    private partial void LogConflict(string reason);

    [LoggerMessage(LogLevel.Warning, "The webhook or the menu of commands could not be set right: {Reason}")]
    private partial void LogNotPrepared(string reason);
}
