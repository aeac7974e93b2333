using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace CstoBot.Telegram.Sending;

/// <summary>Shows "typing…" while the bot works. A courtesy: it never delays and never fails the work.</summary>
internal sealed partial class TypingIndicator(ITelegramBotClient client, TimeProvider time, ILogger<TypingIndicator> logger)
{
    // Most answers are there sooner, and then "typing" would be shown after them.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    // Telegram shows it for five seconds.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(4);

    public async Task<T> DuringAsync<T>(ChatPlace place, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = TypeAsync(place, ending.Token);
        try
        {
            return await work();
        }
        finally
        {
            await ending.CancelAsync();
            await typing;
        }
    }

    private async Task TypeAsync(ChatPlace place, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Grace, time, cancellationToken);
            while (true)
            {
                await ShowAsync(place, cancellationToken);
                await Task.Delay(Interval, time, cancellationToken);
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
            LogNotShown(exception.GetType().Name);
        }
    }

    [LoggerMessage(8041, LogLevel.Debug, "Typing could not be shown ({Kind})")]
    private partial void LogNotShown(string kind);
}
