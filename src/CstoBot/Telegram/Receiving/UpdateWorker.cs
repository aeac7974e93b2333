using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Live;

namespace CstoBot.Telegram.Receiving;

/// <summary>Deals with each update of the inbox once, in order within a chat: handles it, and marks it done with what is to be sent.</summary>
internal sealed partial class UpdateWorker : IHostedService, IDisposable
{
    private const int Capacity = 1_000;
    private const int Parallel = 128;
    private const int Tries = 3;

    private readonly Lanes<LaneKey, ReadUpdate> lanes;
    private readonly CancellationTokenSource stopping = new();
    private readonly IInbox inbox;
    private readonly UpdateReply reply;
    private readonly InlineTurns inlineTurns;
    private readonly LiveAnswers liveAnswers;
    private readonly TimeProvider time;
    private readonly ILogger<UpdateWorker> logger;

    public UpdateWorker(
        IInbox inbox, UpdateReply reply, InlineTurns inlineTurns, LiveAnswers liveAnswers, TimeProvider time, ILogger<UpdateWorker> logger)
    {
        (this.inbox, this.reply, this.inlineTurns, this.liveAnswers, this.time, this.logger) = (inbox, reply, inlineTurns, liveAnswers, time, logger);
        lanes = new Lanes<LaneKey, ReadUpdate>(Capacity, Parallel, ProcessAsync);
    }

    /// <summary>Takes an update over; waits while too many are under way.</summary>
    public async Task AddAsync(ReadUpdate update, CancellationToken cancellationToken)
    {
        if (update.Update.InlineQuery is { From: not null } query)
        {
            inlineTurns.Note(query.From.Id, query.Id);
        }

        if (update.Stop is { } stop)
        {
            await StopWritingAsync(stop, cancellationToken);
        }

        await lanes.AddAsync(update.Lane, update, cancellationToken);
    }

    /// <summary>Nothing that comes in may be lost because it cannot be told at the moment who may stop an answer.</summary>
    private async Task StopWritingAsync(StopRequest stop, CancellationToken cancellationToken)
    {
        try
        {
            await liveAnswers.StopAsync(stop, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotStopped(exception.Message);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is under way is finished; what waits for its next try is left for the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var stopped = lanes.StopAsync(cancellationToken);
        await stopping.CancelAsync();
        await stopped;
    }

    public void Dispose()
    {
        lanes.Dispose();
        stopping.Dispose();
    }

    private async Task ProcessAsync(ReadUpdate update, CancellationToken cancellationToken)
    {
        using var scope = logger.BeginUpdate(update.Key.UpdateId, update.Lane.Chat);
        using var worthWaiting = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token, cancellationToken);
        for (var failures = 0; failures < Tries;)
        {
            try
            {
                await reply.ReplyAsync(update, worthWaiting.Token, cancellationToken);
                return;
            }
            catch (Exception exception) when (!worthWaiting.IsCancellationRequested)
            {
                LogFailed(exception, update.Key.UpdateId, failures + 1);
                failures = await NoteFailureAsync(update, exception, failures + 1, worthWaiting.Token);
            }
        }
    }

    /// <summary>
    /// Tried until it works: when the database fails, for example because the disk is full, the update keeps its place in its chat and goes on
    /// when that is mended, rather than at the next start.
    /// </summary>
    /// <returns>How often the update has failed by now.</returns>
    private async Task<int> NoteFailureAsync(ReadUpdate update, Exception exception, int failuresNow, CancellationToken cancellationToken)
    {
        var error = $"{exception.GetType().Name}: {exception.Message}";
        for (var troubles = 1; ; troubles++)
        {
            try
            {
                var failures = Math.Max(failuresNow, await inbox.FailAsync(update.Key, error, cancellationToken));
                if (failures >= Tries)
                {
                    await reply.ParkAsync(update, error, cancellationToken);
                    LogParked(update.Key.UpdateId);
                }
                else
                {
                    await time.DelayAsync(failures, cancellationToken);
                }

                return failures;
            }
            catch (Exception second) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotNoted(update.Key.UpdateId, troubles, second.Message);
                await time.DelayAsync(troubles, cancellationToken);
            }
        }
    }

    [LoggerMessage(8022, LogLevel.Error, "An answer could not be stopped: {Reason}")]
    private partial void LogNotStopped(string reason);

    [LoggerMessage(8023, LogLevel.Error, "Update {UpdateId} failed (try {Failures})")]
    private partial void LogFailed(Exception exception, long updateId, int failures);

    [LoggerMessage(8024, LogLevel.Error, "The failure of update {UpdateId} could not be noted (try {Troubles}): {Reason}; trying again")]
    private partial void LogNotNoted(long updateId, int troubles, string reason);

    [LoggerMessage(8025, LogLevel.Error, "Update {UpdateId} is parked after its last try; the others go on")]
    private partial void LogParked(long updateId);
}
