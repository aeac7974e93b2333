using System.Collections.Concurrent;
using CstoBot.Telegram.Live;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Receiving;

/// <summary>Where updates come in, however they are received: stored first, then handed over; one that cannot be read is set aside and blocks no other.</summary>
internal sealed partial class UpdateIntake(
    IInbox inbox, UpdateWorker worker, OutboxSender sender, ILiveMessages liveMessages, TimeProvider time, ILogger<UpdateIntake> logger) : IDisposable
{
    // Stored and not yet handed over: kept here when something fails between the two, or they would wait for the next start.
    private readonly ConcurrentQueue<ReceivedUpdate> stored = new();
    private readonly SemaphoreSlim handingOver = new(1, 1);

    /// <summary>
    /// Takes up what the last run left: first what was to be sent, then what was to be dealt with, by <see cref="HandOverAsync(CancellationToken)"/>.
    /// When it fails, nothing was taken up, and it may be tried again.
    /// </summary>
    public async Task ResumeAsync(long botId, CancellationToken cancellationToken)
    {
        var pending = await inbox.PendingAsync(botId, cancellationToken);
        await liveMessages.DeleteLeftAsync(botId, time.GetUtcNow(), cancellationToken);
        await sender.TakeUpAsync(botId, cancellationToken);
        if (pending.Count > 0)
        {
            LogTakenUp(pending.Count);
        }

        pending.ToList().ForEach(stored.Enqueue);
    }

    /// <summary>When it returns, the updates are on disk and may be confirmed to Telegram.</summary>
    public async Task StoreAsync(IReadOnlyList<ReceivedUpdate> updates, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var added in await inbox.AddAsync(updates, now, cancellationToken))
        {
            stored.Enqueue(added with { Trace = UpdateTelemetry.Received(added.Key, now) });
        }
    }

    /// <summary>Has everything stored dealt with, in the order in which it came; waits while too much is under way.</summary>
    public async Task HandOverAsync(CancellationToken cancellationToken)
    {
        await handingOver.WaitAsync(cancellationToken);
        try
        {
            while (stored.TryPeek(out var update))
            {
                await HandOverAsync(update, cancellationToken);
                stored.TryDequeue(out _);
            }
        }
        finally
        {
            handingOver.Release();
        }
    }

    public void Dispose() => handingOver.Dispose();

    private async Task HandOverAsync(ReceivedUpdate received, CancellationToken cancellationToken)
    {
        if (ReadUpdate.TryFrom(received, out var update, out var error))
        {
            await worker.AddAsync(update, cancellationToken);
            return;
        }

        await inbox.ParkAsync(received.Key, error, apology: [], time.GetUtcNow(), cancellationToken);
        LogUnreadable(received.Key.UpdateId, (await inbox.CountAsync(received.Key.BotId, cancellationToken)).Parked);
    }

    [LoggerMessage(8012, LogLevel.Information, "Taking up {Count} updates left by the last run")]
    private partial void LogTakenUp(int count);

    [LoggerMessage(8013, LogLevel.Error, "Update {UpdateId} cannot be read and is parked; {Parked} are parked by now")]
    private partial void LogUnreadable(long updateId, int parked);
}
