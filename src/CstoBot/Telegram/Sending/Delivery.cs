using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Sending;

/// <summary>Brings one thing of the outbox to its end: done, given up, or pointless. Rates, pauses and repeats are here.</summary>
internal sealed partial class Delivery(
    DeliveryAttempt attempt,
    IOutbox outbox,
    SendSchedule schedule,
    MarkupDefects defects,
    TimeProvider time,
    ILogger<Delivery> logger)
{
    // Longer than that, and the answer is to a question nobody remembers.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <param name="entry">What to deliver.</param>
    /// <param name="waiting">Cancelled when it is no longer worth waiting for a turn.</param>
    /// <param name="calling">Cancelled when even a call that has begun is to be broken off.</param>
    /// <exception cref="OperationCanceledException">The entry stays in the outbox for the next start.</exception>
    public async Task DeliverAsync(OutboxEntry entry, CancellationToken waiting, CancellationToken calling)
    {
        var (current, since) = (new Progress(entry.Outgoing, entry.AfterOrNull, entry.MayHaveArrived), time.GetUtcNow());
        for (var failures = 1; ; failures++)
        {
            if (failures > 1 || !entry.HasTurn)
            {
                await WaitForTurnAsync(current.Outgoing, waiting);
            }

            var (turn, failure) = (current.Outgoing, default(RequestException));
            try
            {
                current = current with { After = current.After ?? await outbox.BeginAsync(entry, calling) };
                if (current.After is not null)
                {
                    var messageId = await attempt.TryAsync(entry.BotId, current, calling);
                    schedule.NoteAccepted();
                    await NoteAsync(() => outbox.CompleteAsync(entry, messageId, time.GetUtcNow(), calling), waiting);
                }

                return;
            }
            catch (RequestException exception) when (!calling.IsCancellationRequested)
            {
                failure = exception;
            }
            finally
            {
                schedule.End(turn, time.GetUtcNow());
            }

            if (await NextOrNullAsync(entry, current, failure, failures, since, waiting) is not { } next)
            {
                return;
            }

            current = next;
        }
    }

    /// <summary>What to try next, once it is time for it; null when there is nothing left to try.</summary>
    private async Task<Progress?> NextOrNullAsync(
        OutboxEntry entry, Progress current, RequestException exception, int failures, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        switch (SendFailure.Of(exception))
        {
            case SendFailure.TooFast(var wait):
                LogTooFast(wait);
                schedule.Hold(current.Outgoing.Place, now, wait);
                return current;
            case SendFailure.Transient(var mayHaveArrived) when now - since < Patience:
                LogTransient(failures, exception.InnerException?.GetType().Name ?? exception.GetType().Name);
                await time.DelayAsync(failures, cancellationToken);
                return current with { InDoubt = current.InDoubt || mayHaveArrived };
            case SendFailure.BadMarkup when !current.IsPlain:
                LogBadMarkup();
                defects.Note();
                return current.Plain();
            case SendFailure.Moved(var newChatId):
                return current.MovedTo(newChatId);
            case SendFailure.NoSuchMessage when current.Outgoing is Outgoing.Edit:
                return current.AsNewMessage();
            case SendFailure.NobodyThere:
                LogNobodyThere(exception.Message);
                await outbox.CompleteAsync(entry, messageId: null, now, cancellationToken);
                return null;
            case SendFailure.TooLate or SendFailure.DoneUnread or SendFailure.NoSuchMessage:
                await outbox.CompleteAsync(entry, messageId: null, now, cancellationToken);
                return null;
            case SendFailure.Refused when current.AfterRefusal() is { } next:
                LogRefused(exception.Message);
                await time.DelayAsync(failures, cancellationToken);
                return next;
            default:
                LogGivenUp(exception.Message);
                await outbox.GiveUpAsync(entry, exception.Message, cancellationToken);
                return null;
        }
    }

    /// <summary>
    /// What Telegram took must not be sent again because the database could not note it, so that is tried until it works. Where the bot ends
    /// before, the next start finds it in doubt.
    /// </summary>
    private async Task NoteAsync(Func<Task> note, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await note();
                return;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotNoted(failures, exception.Message);
                await time.DelayAsync(failures, cancellationToken);
            }
        }
    }

    private async Task WaitForTurnAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        while (schedule.TakeOrWait(outgoing, time.GetUtcNow()) is { } turn)
        {
            // A timer counts whole milliseconds and may ring early by a part of one.
            var wait = Math.Ceiling((turn - time.GetUtcNow()).TotalMilliseconds);
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(1, wait)), time, cancellationToken);
        }
    }

    [LoggerMessage(8030, LogLevel.Warning, "Telegram asks to wait {Wait} before the next message to a chat")]
    private partial void LogTooFast(TimeSpan wait);

    [LoggerMessage(8031, LogLevel.Warning, "A call failed {Failures} times ({Kind}); trying again")]
    private partial void LogTransient(int failures, string kind);

    [LoggerMessage(8032, LogLevel.Error, "Telegram refused the markup of a message; sent as plain text instead")]
    private partial void LogBadMarkup();

    [LoggerMessage(8033, LogLevel.Information, "Nobody hears the bot in a chat any more: {Reason}")]
    private partial void LogNobodyThere(string reason);

    [LoggerMessage(8034, LogLevel.Error, "What was sent could not be noted (try {Failures}): {Reason}; trying again")]
    private partial void LogNotNoted(int failures, string reason);

    [LoggerMessage(8035, LogLevel.Warning, "Telegram refused a message: {Reason}; trying again")]
    private partial void LogRefused(string reason);

    [LoggerMessage(8036, LogLevel.Error, "Given up a message: {Reason}")]
    private partial void LogGivenUp(string reason);
}
