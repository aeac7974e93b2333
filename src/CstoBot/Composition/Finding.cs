using CstoBot.Retrieval;

namespace CstoBot.Composition;

/// <summary>What was found for one part of a question.</summary>
/// <param name="Passages">What was retrieved, best first.</param>
/// <param name="Evidence">Its sentences weighed, best first; empty when there are no passages.</param>
internal sealed record Finding(WeighedQuestion Question, IReadOnlyList<Passage> Passages, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>How likely the best evidence answers, 0 to 1; 0 when there is none.</summary>
    public double Confidence { get; } = Composition.Confidence.Of(Question, Evidence);
}
