using CstoBot.Telegram.Handling;
using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Sending;

/// <summary>Carries out what handlers decided. The one place from which messages go out: rates, pauses and repeats are here.</summary>
internal sealed partial class MessageSender(
    TelegramCalls calls,
    SendSchedule schedule,
    IAnswerStore answers,
    TimeProvider time,
    ILogger<MessageSender> logger)
{
    private const int Tries = 10;

    /// <summary>Returns when it is done, or when nobody is there to see it done.</summary>
    /// <exception cref="RequestException">Telegram refuses it, or could not be reached for some minutes.</exception>
    public async Task SendAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        var sent = await TryAsync(outgoing, cancellationToken);
        if (sent is { } messageId && outgoing is Outgoing.Message { AnswerId: { } answerId })
        {
            await answers.MarkSentAsync(answerId, messageId, cancellationToken);
        }
    }

    private async Task<int?> TryAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        var next = outgoing;
        for (var tries = 1; next is not null; tries++)
        {
            await WaitForTurnAsync(next, cancellationToken);
            try
            {
                return await calls.CallAsync(next, cancellationToken);
            }
            catch (RequestException exception) when (!cancellationToken.IsCancellationRequested && CanGoOn(next, exception, tries))
            {
                next = await NextTryOrNullAsync(next, exception, tries, cancellationToken);
            }
        }

        return null;
    }

    private static bool CanGoOn(Outgoing outgoing, RequestException exception, int tries) => SendFailure.Of(exception) switch
    {
        SendFailure.Refused => false,
        SendFailure.Transient or SendFailure.Moved => tries < Tries,
        SendFailure.BadMarkup => outgoing is Outgoing.Message { AsPlainText: false },
        _ => true,
    };

    /// <summary>What to try after a failure, once it is time for it; null when there is no use in trying.</summary>
    private async Task<Outgoing?> NextTryOrNullAsync(Outgoing outgoing, RequestException exception, int tries, CancellationToken cancellationToken)
    {
        var chatId = outgoing.Place.ChatId;
        switch (SendFailure.Of(exception), outgoing)
        {
            case (SendFailure.TooFast(var wait), _):
                LogTooFast(chatId, wait);
                await PauseAsync(outgoing, wait, cancellationToken);
                return outgoing;
            case (SendFailure.Transient, _):
                LogTransient(chatId, tries, exception.GetType().Name);
                await time.DelayAsync(tries, cancellationToken);
                return outgoing;
            case (SendFailure.BadMarkup, Outgoing.Message message):
                LogBadMarkup(chatId);
                return message with { AsPlainText = true };
            case (SendFailure.Moved(var newChatId), Outgoing.Message message):
                return message with { Place = message.Place with { ChatId = newChatId }, ReplyTo = null };
            default:
                LogDropped(chatId, exception.Message);
                return null;
        }
    }

    /// <summary>Only messages count towards Telegram's rates.</summary>
    private async Task WaitForTurnAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        while (outgoing is Outgoing.Message { Place: var place }
            && schedule.TakeOrWait(place.ChatId, place.IsGroup, time.GetUtcNow()) is { } turn)
        {
            // A timer counts whole milliseconds and may ring early by a part of one.
            var wait = Math.Ceiling((turn - time.GetUtcNow()).TotalMilliseconds);
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(1, wait)), time, cancellationToken);
        }
    }

    private async Task PauseAsync(Outgoing outgoing, TimeSpan wait, CancellationToken cancellationToken)
    {
        if (outgoing is Outgoing.Message)
        {
            // The next turn comes after the pause, for this message and for every other to the chat.
            var now = time.GetUtcNow();
            schedule.Hold(outgoing.Place.ChatId, outgoing.Place.IsGroup, now, now + wait);
        }
        else
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Telegram asks to wait {Wait} before the next message to chat {ChatId}")]
    private partial void LogTooFast(long chatId, TimeSpan wait);

    [LoggerMessage(LogLevel.Warning, "Call for chat {ChatId} failed {Tries} times ({Kind}); trying again")]
    private partial void LogTransient(long chatId, int tries, string kind);

    [LoggerMessage(LogLevel.Error, "Telegram refused the markup of a message to chat {ChatId}; sent as plain text instead")]
    private partial void LogBadMarkup(long chatId);

    [LoggerMessage(LogLevel.Information, "Given up a call for chat {ChatId}: {Reason}")]
    private partial void LogDropped(long chatId, string reason);
}
