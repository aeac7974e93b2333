using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Moderation;

/// <summary>Answers that were sent and are still to be corrected (<see cref="Change.CorrectionsAsked"/>).</summary>
internal interface ICorrections
{
    /// <summary>At most so many, oldest first.</summary>
    Task<IReadOnlyList<PendingCorrection>> NextAsync(int take, CancellationToken cancellationToken);
}

/// <param name="CaseId">The case that was decided.</param>
/// <param name="Answer">As somebody has it.</param>
internal sealed record PendingCorrection(long CaseId, StoredAnswer Answer);
