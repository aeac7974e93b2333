using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CstoBot.Telegram.Sending;

/// <summary>Carries out what handlers decided. The one place from which messages go out: rates, pauses and repeats are here.</summary>
internal sealed partial class MessageSender(
    ITelegramBotClient client,
    SendSchedule schedule,
    IAnswerStore answers,
    TimeProvider time,
    ILogger<MessageSender> log)
{
    private const int Tries = 6;

    /// <summary>Returns when it is done, or when nobody is there to see it done.</summary>
    /// <exception cref="RequestException">Telegram refuses it, or could not be reached for some time.</exception>
    public Task SendAsync(Outgoing outgoing, CancellationToken cancellationToken) => outgoing switch
    {
        Outgoing.Message message => SendMessageAsync(message, cancellationToken),
        Outgoing.ButtonReply reply => TryAsync(reply, ReplyPlace, rated: false, cancellationToken),
        Outgoing.Deletion deletion => TryAsync(deletion, new ChatPlace(deletion.ChatId, 0, IsGroup: false), rated: false, cancellationToken),
        _ => throw new InvalidOperationException($"No way to send {outgoing.GetType().Name}."),
    };

    // Replies to buttons go to no chat and count towards no limit.
    private static ChatPlace ReplyPlace => default;

    private async Task SendMessageAsync(Outgoing.Message message, CancellationToken cancellationToken)
    {
        var sent = await TryAsync(message, message.Place, rated: true, cancellationToken);
        if (sent is { } messageId && message.AnswerId is { } answerId)
        {
            await answers.MarkSentAsync(answerId, messageId, cancellationToken);
        }
    }

    /// <returns>The id of the message sent; null when none was.</returns>
    private async Task<int?> TryAsync(Outgoing outgoing, ChatPlace place, bool rated, CancellationToken cancellationToken)
    {
        var failures = 0;
        while (true)
        {
            if (rated)
            {
                await WaitForTurnAsync(place, cancellationToken);
            }

            try
            {
                return await CallAsync(outgoing, cancellationToken);
            }
            catch (RequestException exception) when (!cancellationToken.IsCancellationRequested)
            {
                failures++;
                switch (SendFailure.Of(exception))
                {
                    case SendFailure.TooFast tooFast:
                        LogTooFast(place.ChatId, tooFast.Wait);
                        await PauseAsync(place, rated, tooFast.Wait, cancellationToken);
                        break;
                    case SendFailure.Transient when failures < Tries:
                        LogTransient(place.ChatId, failures, exception.GetType().Name);
                        await time.DelayAsync(failures, cancellationToken);
                        break;
                    case SendFailure.BadMarkup when outgoing is Outgoing.Message { Content: var content } message && content.Text.Html != "":
                        LogBadMarkup(place.ChatId);
                        outgoing = message with { Content = content with { Text = content.Text with { Html = "" } } };
                        break;
                    case SendFailure.Moved moved when outgoing is Outgoing.Message message && failures < Tries:
                        place = place with { ChatId = moved.ChatId };
                        outgoing = message with { Place = place, ReplyTo = null };
                        break;
                    case SendFailure.NobodyThere or SendFailure.TooLate:
                        LogDropped(place.ChatId, exception.Message);
                        return null;
                    default:
                        throw;
                }
            }
        }
    }

    private async Task WaitForTurnAsync(ChatPlace place, CancellationToken cancellationToken)
    {
        while (schedule.TakeOrWait(place.ChatId, place.IsGroup, time.GetUtcNow()) is { } turn)
        {
            await DelayUntilAsync(turn, cancellationToken);
        }
    }

    private Task PauseAsync(ChatPlace place, bool rated, TimeSpan wait, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!rated)
        {
            return Task.Delay(wait, time, cancellationToken);
        }

        // The next turn comes after the pause, for this message and for every other to the chat.
        schedule.Hold(place.ChatId, place.IsGroup, now, now + wait);
        return Task.CompletedTask;
    }

    /// <summary>Timers count whole milliseconds and may ring early by a part of one.</summary>
    private Task DelayUntilAsync(DateTimeOffset turn, CancellationToken cancellationToken)
    {
        var wait = Math.Ceiling((turn - time.GetUtcNow()).TotalMilliseconds);
        return Task.Delay(TimeSpan.FromMilliseconds(Math.Max(1, wait)), time, cancellationToken);
    }

    private async Task<int?> CallAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        switch (outgoing)
        {
            case Outgoing.Message message:
                return await CallSendMessageAsync(message, cancellationToken);
            case Outgoing.ButtonReply reply:
                await client.AnswerCallbackQuery(reply.CallbackId, text: reply.Text, showAlert: reply.IsAlert, cancellationToken: cancellationToken);
                return null;
            case Outgoing.Deletion deletion:
                await client.DeleteMessage(deletion.ChatId, deletion.MessageId, cancellationToken: cancellationToken);
                return null;
            default:
                return null;
        }
    }

    private async Task<int> CallSendMessageAsync(Outgoing.Message message, CancellationToken cancellationToken)
    {
        var (text, keyboard) = (message.Content.Text, message.Content.Keyboard);
        var sent = await client.SendMessage(
            message.Place.ChatId,
            text.Html == "" ? text.Plain : text.Html,
            parseMode: text.Html == "" ? ParseMode.None : ParseMode.Html,
            replyParameters: message.ReplyTo is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null,
            replyMarkup: keyboard?.ToMarkup(),
            linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
            messageThreadId: message.Place.Topic == 0 ? null : message.Place.Topic,
            cancellationToken: cancellationToken);
        return sent.Id;
    }

    [LoggerMessage(LogLevel.Warning, "Telegram asks to wait {Wait} before the next message to chat {ChatId}")]
    private partial void LogTooFast(long chatId, TimeSpan wait);

    [LoggerMessage(LogLevel.Warning, "Call for chat {ChatId} failed {Failures} times ({Kind}); trying again")]
    private partial void LogTransient(long chatId, int failures, string kind);

    [LoggerMessage(LogLevel.Error, "Telegram refused the markup of a message to chat {ChatId}; sent as plain text instead")]
    private partial void LogBadMarkup(long chatId);

    [LoggerMessage(LogLevel.Information, "Not delivered to chat {ChatId}: {Reason}")]
    private partial void LogDropped(long chatId, string reason);
}
