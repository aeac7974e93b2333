namespace CstoBot.Conversations;

/// <summary>What keeps one conversation apart from the others: the chat, the topic in it, and the person.</summary>
/// <param name="Topic">The forum topic; 0 where the chat has none.</param>
internal readonly record struct ConversationKey(long Chat, int Topic, long User);

/// <summary>Remembers what people asked, so that "and when?" can be understood.</summary>
internal interface IConversationHistory
{
    /// <summary>The user's latest questions, oldest first, at most <paramref name="limit"/>, not older than <paramref name="since"/>.</summary>
    Task<IReadOnlyList<string>> RecentAsync(ConversationKey key, int limit, DateTimeOffset since, CancellationToken cancellationToken);
}
