using CstoBot.Answering;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Verification;

/// <summary>Decides not to answer. Pure.</summary>
internal static class AbstentionPolicy
{
    /// <summary>Why the best evidence is not enough; null when it is.</summary>
    /// <param name="confidence">In the best evidence; 0 when there is none.</param>
    public static AbstentionReason? ReasonOrNull(AnalyzedQuery question, double confidence, double minConfidence) =>
        confidence > 0 && confidence >= minConfidence ? null
        : question.Concepts.All(concept => !concept.IsKnown) ? AbstentionReason.NoRelevantPassage
        : question.Concepts.Any(concept => concept is { IsName: true, IsKnown: false }) ? AbstentionReason.UnknownName
        : AbstentionReason.NotAnswered;
}
