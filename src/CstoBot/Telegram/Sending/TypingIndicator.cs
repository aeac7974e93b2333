using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace CstoBot.Telegram.Sending;

/// <summary>Shows "typing…" while the bot works. A courtesy: it never delays and never fails the work.</summary>
internal sealed partial class TypingIndicator(ITelegramBotClient client, TimeProvider time, ILogger<TypingIndicator> logger)
{
    // Telegram shows it for five seconds.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(4);

    // The first call ends before the answer goes, so that "typing" is not shown after it; but a slow call is not waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    public async Task<T> DuringAsync<T>(ChatPlace place, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = ShowAsync(place, ending.Token);
        var repeats = RepeatAsync(place, first, ending.Token);
        try
        {
            return await work();
        }
        finally
        {
            await Task.WhenAny(first, Task.Delay(Patience, time, ending.Token));
            await ending.CancelAsync();
            await repeats;
        }
    }

    private async Task RepeatAsync(ChatPlace place, Task first, CancellationToken cancellationToken)
    {
        try
        {
            await first;
            while (true)
            {
                await Task.Delay(Interval, time, cancellationToken);
                await ShowAsync(place, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
    }

    private async Task ShowAsync(ChatPlace place, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendChatAction(
                place.ChatId,
                ChatAction.Typing,
                messageThreadId: place.Topic == 0 ? null : place.Topic,
                cancellationToken: cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
        catch (RequestException exception)
        {
            LogNotShown(place.ChatId, exception.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Typing could not be shown in chat {ChatId} ({Kind})")]
    private partial void LogNotShown(long chatId, string kind);
}
