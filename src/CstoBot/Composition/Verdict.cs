using System.Collections.Frozen;
using CstoBot.Ingestion;

namespace CstoBot.Composition;

/// <summary>
/// Whether evidence states a plain yes or no. Only where one short sentence speaks of all that is asked, in the question's
/// own words or their synonyms, without "may", "if" or a second negation; else the reader judges by the quote.
/// </summary>
internal static class Verdict
{
    private const double Stated = 0.9;
    private const int LongestSentence = 30;

    private static readonly FrozenSet<string> Negations = new[] { "not", "no", "never", "none", "nor", "neither", "without", "cannot", "не", "нет", "ни", "никогда", "без" }
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Hedges = new[]
    {
        "may", "might", "could", "would", "should", "if", "unless", "possible", "possibly", "perhaps", "probably", "allegedly", "but", "however", "although", "only", "hardly",
        "plan", "plans", "planned", "hope", "hopes", "believe", "believes", "может", "могут", "мог", "возможно", "вероятно", "если", "бы", "но", "однако", "хотя", "только", "вряд",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for yes, false for no, null where the evidence does not say so plainly.</summary>
    public static bool? OrNull(WeighedQuestion question, Evidence evidence)
    {
        var words = evidence.Sentence.Terms;
        if (question.Kind != QuestionKind.YesNo
            || evidence.Sentence.Sentence.Role != SentenceRole.Statement
            || words.Count > LongestSentence
            || words.Any(word => Hedges.Contains(word.Exact) || word.Exact.EndsWith("n't", StringComparison.Ordinal))
            || question.Query.Terms.Any(word => word.Exact is "or" or "или")
            || question.UnknownShare > 0
            || evidence.Concepts.Inside.Zip(question.Weights).Any(pair => pair.First < Stated && pair.Second > 0))
        {
            return null;
        }

        var negations = words.Count(word => Negations.Contains(word.Exact));
        var asked = question.Query.Terms.Count(word => Negations.Contains(word.Exact));
        return negations > 1 || asked > 0 ? null : negations == 0;
    }
}
