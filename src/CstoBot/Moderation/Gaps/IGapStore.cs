namespace CstoBot.Moderation.Gaps;

/// <summary>Questions that were not answered, and the gaps that moderators have seen.</summary>
internal interface IGapStore
{
    /// <summary>All that are kept; what was edited since or was no question by itself is left out. In no order.</summary>
    Task<IReadOnlyList<AbstainedQuestion>> QuestionsAsync(CancellationToken cancellationToken);

    /// <summary>By number.</summary>
    Task<StoredGaps> GapsAsync(CancellationToken cancellationToken);
}

/// <param name="NextNumber">No gap ever had it.</param>
internal sealed record StoredGaps(IReadOnlyList<StoredGap> Gaps, long NextNumber);
