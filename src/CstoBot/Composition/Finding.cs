using CstoBot.Retrieval;

namespace CstoBot.Composition;

/// <summary>What was found for one part of a question.</summary>
/// <param name="Passages">What was retrieved, best first.</param>
/// <param name="Evidence">Its sentences weighed, best first; empty when there are no passages.</param>
internal sealed record Finding(WeighedQuestion Question, IReadOnlyList<Passage> Passages, IReadOnlyList<Evidence> Evidence)
{
    // A plain statement of the opposite is rarely wrong, but what the question meant by its premise may be.
    private const double DenialConfidence = 0.7;

    /// <summary>What answers a question of a time alone; empty for any other.</summary>
    public IReadOnlyList<Evidence> OfTime { get; init; } = [];

    private readonly double directConfidence = Composition.Confidence.Of(Question, Evidence);

    /// <summary>The sentence that denies what the question takes for granted; null when none does.</summary>
    public Evidence? Denial { get; } = Contradiction.OrNull(Question, Evidence);

    /// <summary>How likely the best evidence answers, 0 to 1; 0 when there is none.</summary>
    public double Confidence => OfTime.Count > 0 ? LatestSections.Confidence : Denial is null ? directConfidence : DenialConfidence;

    /// <summary>The sentences to show, newest first.</summary>
    public IReadOnlyList<Evidence> Chosen => OfTime.Count > 0 ? OfTime : Denial is null ? EvidenceSelector.Select(Question, Evidence) : [Denial];
}
