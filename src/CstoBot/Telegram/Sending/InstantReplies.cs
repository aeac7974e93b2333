using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Sending;

/// <summary>Sends what is worth something for seconds only. A courtesy: when it fails, it is noted and forgotten.</summary>
internal sealed partial class InstantReplies(TelegramCalls calls, TimeProvider time, ILogger<InstantReplies> logger)
{
    // Others of the chat wait meanwhile.
    private const int Tries = 2;

    public async Task SendAsync(Instant instant, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= Tries; tries++)
        {
            try
            {
                await calls.ReplyAsync(instant, cancellationToken);
                return;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                if (exception is not RequestException || SendFailure.Of(exception) is not SendFailure.Transient || tries == Tries)
                {
                    LogNotSent(instant.GetType().Name, exception.Message);
                    return;
                }

                await time.DelayAsync(tries, cancellationToken);
            }
        }
    }

    [LoggerMessage(8037, LogLevel.Information, "A {Kind} could not be sent: {Reason}")]
    private partial void LogNotSent(string kind, string reason);
}
