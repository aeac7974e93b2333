using CstoBot.Retrieval.Analysis;

namespace CstoBot.Answering;

/// <summary>Compares texts by their words of content, whatever their form.</summary>
internal static class Wording
{
    /// <summary>Texts that share this part of the shorter one's words say the same (a translation, a digest, a quote cut otherwise).</summary>
    private const double SameShare = 0.5;

    public static IReadOnlySet<string> Of(string text) => Of(TextAnalyzer.Analyze(text));

    public static IReadOnlySet<string> Of(IReadOnlyList<Term> terms) =>
        terms.Where(term => !StopWords.Contains(term.Exact)).Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);

    public static bool SaysTheSame(IReadOnlySet<string> one, IReadOnlySet<string> other) =>
        one.Count > 0 && other.Count > 0 && one.Count(other.Contains) >= SameShare * Math.Min(one.Count, other.Count);

    /// <summary>Whether one of the questions holds all that this one asks of.</summary>
    public static bool IsAsked(string question, IReadOnlyList<string> asked)
    {
        var words = Of(question);
        return asked.Any(earlier => words.IsSubsetOf(Of(earlier)));
    }
}
