using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Moderation;

/// <summary>Answers that were approved before, for moderators to use again and to keep.</summary>
internal sealed class EarlierAnswers
{
    private readonly IReadOnlyList<Change>? none;

    /// <summary>Null when it is not kept any more, or what it cites has changed.</summary>
    public Task<CaseDraft?> DraftOrNullAsync(long curatedId, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(none is null ? default(CaseDraft) : null);

    /// <summary>What keeps a decided answer for reuse; null when it cannot be kept.</summary>
    public Task<IReadOnlyList<Change>?> KeepOrNullAsync(Case of, Reviewer by, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(none);
}
