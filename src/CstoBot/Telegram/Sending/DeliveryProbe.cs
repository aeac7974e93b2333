using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Sending;

/// <summary>
/// Finds out whether a message whose acknowledgement was lost has arrived. The Bot API cannot list messages, but it numbers them, and it
/// tells a message of the bot from none: so the buttons that the message has anyway are put under the next few numbers. In a chat
/// only one message is under way at a time; a message of the bot that is newer than all known ones is the one in doubt.
/// </summary>
internal sealed class DeliveryProbe(TelegramCalls calls)
{
    // In a private chat the numbers are shared with all of the bot's private chats. Who gets more messages than that in the meantime is told twice.
    private const int Candidates = 8;

    /// <param name="after">The newest message of the chat that was known before the call.</param>
    /// <returns>The message's id; null when it has not arrived.</returns>
    /// <exception cref="RequestException">It cannot be told now.</exception>
    public async Task<int?> FindOrNullAsync(Outgoing.Message message, int after, CancellationToken cancellationToken)
    {
        for (var id = after + 1; id <= after + Candidates; id++)
        {
            try
            {
                await calls.SetKeyboardAsync(message.Place, id, message.Content.Keyboard, cancellationToken);
                return id;
            }
            catch (RequestException exception) when (SendFailure.Of(exception) is SendFailure.TooLate or SendFailure.DoneUnread)
            {
                // It is there with just these buttons.
                return id;
            }
            catch (RequestException exception) when (SendFailure.Of(exception) is SendFailure.NoSuchMessage)
            {
                // None, or somebody else's.
            }
        }

        return null;
    }
}
