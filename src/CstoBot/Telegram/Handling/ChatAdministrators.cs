using System.Collections.Concurrent;
using CstoBot.Telegram.Sending;
using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Handling;

/// <summary>Knows who administers a chat. What Telegram said is believed for a minute.</summary>
internal sealed class ChatAdministrators(TelegramCalls calls, TimeProvider time)
{
    private const int MostKnown = 10_000;
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(long Chat, long User), (bool Is, DateTimeOffset Until)> known = new();

    /// <summary>In a private chat, the person; in a group also who writes in its name, as only administrators can.</summary>
    /// <exception cref="RequestException">Telegram could not be reached.</exception>
    public async Task<bool> IsAdministratorAsync(long chatId, long userId, CancellationToken cancellationToken)
    {
        if (chatId == userId)
        {
            return true;
        }

        var now = time.GetUtcNow();
        if (known.TryGetValue((chatId, userId), out var last) && now < last.Until)
        {
            return last.Is;
        }

        var isAdministrator = await AskAsync(chatId, userId, cancellationToken);
        if (known.Count >= MostKnown)
        {
            known.Clear();
        }

        known[(chatId, userId)] = (isAdministrator, now + Believed);
        return isAdministrator;
    }

    private async Task<bool> AskAsync(long chatId, long userId, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.IsAdministratorAsync(chatId, userId, cancellationToken);
        }
        catch (ApiRequestException exception) when (exception.ErrorCode is 400 or 403)
        {
            // Somebody whom Telegram does not show there.
            return false;
        }
    }
}
