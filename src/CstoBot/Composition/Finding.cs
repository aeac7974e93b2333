using CstoBot.Retrieval;

namespace CstoBot.Composition;

/// <summary>What was found for one part of a question.</summary>
/// <param name="Passages">What was retrieved, best first.</param>
/// <param name="Evidence">Its sentences weighed, best first; empty when there are no passages.</param>
internal sealed record Finding(WeighedQuestion Question, IReadOnlyList<Passage> Passages, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Of the best evidence; 0 when there is none.</summary>
    public double BestScore => Evidence.Count == 0 ? 0 : Evidence[0].Score;
}
