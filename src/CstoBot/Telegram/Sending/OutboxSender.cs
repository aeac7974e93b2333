namespace CstoBot.Telegram.Sending;

/// <summary>Sends what the outbox holds: in order within a chat, side by side across chats. The one place from which messages go out.</summary>
internal sealed partial class OutboxSender : IHostedService, IDisposable
{
    private const int Capacity = 5_000;

    // Ctrl+C is not to take longer than people wait; what is left goes at the next start.
    private static readonly TimeSpan TimeToDrain = TimeSpan.FromSeconds(5);

    private readonly Lanes<long, OutboxEntry> lanes;
    private readonly CancellationTokenSource waiting = new();
    private readonly IOutbox outbox;
    private readonly Delivery delivery;
    private readonly SendSchedule schedule;
    private readonly TimeProvider time;
    private readonly ILogger<OutboxSender> logger;

    public OutboxSender(IOutbox outbox, Delivery delivery, SendSchedule schedule, TimeProvider time, ILogger<OutboxSender> logger)
    {
        (this.outbox, this.delivery, this.schedule, this.time, this.logger) = (outbox, delivery, schedule, time, logger);
        lanes = new Lanes<long, OutboxEntry>(Capacity, int.MaxValue, DeliverAsync);
    }

    /// <summary>Takes up what the last run left. Before anything new comes: a chat's order is that of the outbox.</summary>
    public async Task TakeUpAsync(long botId, CancellationToken cancellationToken)
    {
        var left = await outbox.OpenAsync(botId, cancellationToken);
        if (left.Count > 0)
        {
            LogTakenUp(left.Count);
            schedule.AssumeBusy(left.Select(entry => entry.Outgoing.Place).Distinct(), time.GetUtcNow());
        }

        foreach (var entry in left)
        {
            lanes.AddAtOnce(entry.Outgoing.Place.ChatId, entry);
        }
    }

    /// <summary>
    /// Takes a turn for a message that is about to be stored, so that it can be stored as begun: one write less, and sooner there. Only in
    /// private chats, where one thing is done after another; in a group several topics may be at it.
    /// </summary>
    public bool TryTakeTurn(Outgoing outgoing) =>
        outgoing is Outgoing.Message { Place: { IsGroup: false, Topic: 0 } place }
        && !lanes.IsBusy(place.ChatId)
        && schedule.TakeOrWait(outgoing, time.GetUtcNow()) is null;

    /// <summary>Gives a turn back for a message that could not be stored after all.</summary>
    public void ReturnTurn(Outgoing outgoing) => schedule.End(outgoing, time.GetUtcNow());

    /// <summary>Takes over what is stored in the outbox; waits while too much is under way.</summary>
    public async Task AddAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            await lanes.AddAsync(entry.Outgoing.Place.ChatId, entry with { Cause = Instruments.Current }, cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var drained = new CancellationTokenSource(TimeToDrain, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(drained.Token, cancellationToken);
        await lanes.DrainAsync(either.Token);
        var stopped = lanes.StopAsync(cancellationToken);
        await waiting.CancelAsync();
        await stopped;
        if (lanes.Count is > 0 and var left)
        {
            LogLeft(left);
        }
    }

    public void Dispose()
    {
        lanes.Dispose();
        waiting.Dispose();
    }

    private async Task DeliverAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        using var scope = logger.BeginDelivery(entry.Id, entry.Outgoing.Place.ChatId);
        using var trace = DeliveryTelemetry.Begin(entry);
        using var worthWaiting = CancellationTokenSource.CreateLinkedTokenSource(waiting.Token, cancellationToken);
        var current = entry;
        for (var failures = 1; ; failures++)
        {
            try
            {
                await delivery.DeliverAsync(current, worthWaiting.Token, cancellationToken);
                return;
            }
            catch (Exception exception) when (!worthWaiting.IsCancellationRequested)
            {
                // The database fails, for example because the disk is full: sending goes on when it works again.
                LogFailed(exception is DatabaseUnavailableException ? null : exception, entry.Id, failures, exception.Message);
                await time.DelayAsync(failures, worthWaiting.Token);

                // Its turn is over, and whether it was sent is not known here.
                current = entry with { MayHaveArrived = entry.AfterOrNull is not null };
            }
        }
    }

    [LoggerMessage(8038, LogLevel.Information, "Sending {Count} messages left by the last run")]
    private partial void LogTakenUp(int count);

    [LoggerMessage(8039, LogLevel.Information, "{Count} messages are left for the next start")]
    private partial void LogLeft(int count);

    [LoggerMessage(8040, LogLevel.Error, "Outbox entry {EntryId} could not be dealt with (try {Failures}): {Reason}; trying again")]
    private partial void LogFailed(Exception? exception, long entryId, int failures, string reason);
}
