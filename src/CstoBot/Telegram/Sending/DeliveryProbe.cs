using CstoBot.Telegram.Rendering;
using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Sending;

/// <summary>
/// Finds out whether a message whose acknowledgement was lost has arrived. The Bot API cannot list messages, but it numbers them, and when
/// a message is given the very buttons it has, Telegram says that it "is not modified". So the buttons of the message in doubt are offered to the
/// next numbers that are not known to be other messages'. In a chat only one message is under way at a time.
/// </summary>
internal sealed class DeliveryProbe(TelegramCalls calls, IOutbox outbox) : IDisposable
{
    // Whoever has more unknown messages than these between the last known one and the one in doubt gets it twice.
    private const int CandidatesInChat = 4;
    private const int CandidatesInSequence = 12;

    // After a sudden end there may be dozens in doubt: one after another, so as not to overrun Telegram.
    private readonly SemaphoreSlim one = new(1, 1);

    /// <param name="keyboard">The buttons of the message in doubt, which may be a file's; null when it has none.</param>
    /// <param name="after">The newest messages that were known before the call.</param>
    /// <param name="excluded">Numbers looked at already; grows.</param>
    /// <returns>The message's id; null when it has not arrived.</returns>
    /// <exception cref="RequestException">It cannot be told now.</exception>
    public async Task<int?> FindOrNullAsync(
        long botId, ChatPlace place, Keyboard? keyboard, LastKnown after, HashSet<int> excluded, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var known = await outbox.KnownIdsAsync(botId, after.Shared, cancellationToken);
            foreach (var id in Candidates(place.ChatId, after, known).Where(id => !excluded.Contains(id)))
            {
                if (await IsItAsync(place, keyboard, id, cancellationToken))
                {
                    return id;
                }

                excluded.Add(id);
            }

            return null;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private static IEnumerable<int> Candidates(long chatId, LastKnown after, IReadOnlySet<int> known)
    {
        var inChat = Enumerable.Range(after.InChat + 1, CandidatesInChat);
        var inSequence = Enumerable.Range(Math.Max(after.InChat, after.Shared) + 1, CandidatesInSequence + known.Count)
            .Where(id => !known.Contains(id))
            .Take(CandidatesInSequence);
        return MessageSequence.IsShared(chatId) ? inChat.Union(inSequence) : Enumerable.Range(after.InChat + 1, CandidatesInSequence);
    }

    private async Task<bool> IsItAsync(ChatPlace place, Keyboard? keyboard, int id, CancellationToken cancellationToken)
    {
        try
        {
            await calls.SetKeyboardAsync(place, id, keyboard, cancellationToken);
            return false;
        }
        catch (RequestException exception) when (SendFailure.Of(exception) is SendFailure.TooLate)
        {
            // "Not modified".
            return true;
        }
        catch (RequestException exception) when (SendFailure.Of(exception) is SendFailure.NoSuchMessage or SendFailure.Refused or SendFailure.DoneUnread)
        {
            return false;
        }
    }
}
