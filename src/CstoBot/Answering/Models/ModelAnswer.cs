namespace CstoBot.Answering.Models;

/// <summary>What came of asking the model.</summary>
/// <param name="Answer">Null when there is none to show; then <paramref name="Outcome"/> says why.</param>
internal sealed record ModelAnswer(ModelOutcome Outcome, Answer? Answer = null)
{
    /// <summary>Asked again, it would come to the same: it may be kept.</summary>
    public bool IsLasting => Outcome is ModelOutcome.Answered or ModelOutcome.Skipped or ModelOutcome.NoPassage or ModelOutcome.Insufficient;
}
