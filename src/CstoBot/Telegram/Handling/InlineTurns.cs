using System.Collections.Concurrent;

namespace CstoBot.Telegram.Handling;

/// <summary>Of what a person types after the bot's name, only the latest state matters: Telegram sends many, and shows the last answer.</summary>
internal sealed class InlineTurns
{
    private readonly ConcurrentDictionary<long, string> latest = new();

    /// <summary>To be called when a query comes in, before it waits for its turn.</summary>
    public void Note(long userId, string queryId) => latest[userId] = queryId;

    /// <summary>False when the person has typed on since, or the query had its turn already.</summary>
    public bool TryTake(long userId, string queryId) => latest.TryRemove(new KeyValuePair<long, string>(userId, queryId));
}
