using CstoBot.Conversations;

namespace CstoBot.Telegram.Handling;

/// <summary>What people asked before.</summary>
internal interface IAskedQuestions
{
    /// <summary>The question of an answer; null when it is no longer kept.</summary>
    Task<AskedQuestion?> FindOrNullAsync(long answerId, CancellationToken cancellationToken);

    /// <summary>When a person asked, oldest first, at most <paramref name="limit"/>: the latest of them.</summary>
    Task<IReadOnlyList<DateTimeOffset>> TimesAsync(long userId, DateTimeOffset since, int limit, CancellationToken cancellationToken);
}

/// <param name="Earlier">What the same person had asked just before in the same conversation, oldest first.</param>
internal sealed record AskedQuestion(ConversationKey Conversation, string Question, IReadOnlyList<string> Earlier);
