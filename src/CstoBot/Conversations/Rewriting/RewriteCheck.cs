using CstoBot.Retrieval.Queries;
using CstoBot.Verification.Statements;

namespace CstoBot.Conversations.Rewriting;

/// <summary>
/// Lets pass of a rewritten question only what the conversation holds: no name and no number that nobody spoke of, none left out, and
/// half of its words at least. Pure.
/// </summary>
internal static class RewriteCheck
{
    public const int MaxQueries = 3;
    private const int MaxQuestion = 500;
    private const int MaxQuery = 200;
    private const double LeastShare = 0.5;

    // "Tajikistan" and "Таджикистан" share all but an ending in Latin letters.
    private const int SamePrefix = 5;

    /// <summary>What may be used of it; null when nothing may.</summary>
    /// <param name="asked">What the person asks now.</param>
    public static RewrittenQuestion? Allowed(RewrittenQuestion rewritten, string asked, IReadOnlyList<string> history, Glossary glossary)
    {
        var now = StatementWords.Of(asked, glossary);
        var spoken = now.Concat(history.SelectMany(earlier => StatementWords.Of(earlier, glossary))).ToList();
        var question = rewritten.Text.Trim();
        var text = question.Length is > 0 and <= MaxQuestion && IsOf(StatementWords.Of(question, glossary), now, spoken)
            && LanguageDetector.DetectOrNull(question) == LanguageDetector.DetectOrNull(asked) ? question : null;
        var queries = rewritten.Queries
            .Select(query => query.Trim())
            .Where(query => query.Length is > 0 and <= MaxQuery && NamesNothingNew(StatementWords.Of(query, glossary), spoken))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaxQueries)
            .ToList();
        return text is null && queries.Count == 0 ? null : new RewrittenQuestion(text ?? asked, queries);
    }

    private static bool IsOf(IReadOnlyList<StatementWord> question, IReadOnlyList<StatementWord> now, List<StatementWord> spoken)
    {
        var keys = spoken.Select(word => word.Thing).ToHashSet(StringComparer.Ordinal);
        var telling = question.Where(word => !ScopeWords.IsEmpty(word) && !ScopeWords.IsPreposition(word)).ToList();
        return NamesNothingNew(question, spoken)
            && now.Where(IsFact).All(fact => question.Any(word => word.Thing == fact.Thing))
            && telling.Count > 0
            && telling.Count(word => keys.Contains(word.Thing)) >= LeastShare * telling.Count;
    }

    private static bool NamesNothingNew(IReadOnlyList<StatementWord> words, List<StatementWord> spoken) =>
        words.Where(IsFact).All(fact => spoken.Exists(word => word.Thing == fact.Thing || !fact.IsNumber && !fact.IsDate && IsSameName(word.Exact, fact.Exact)));

    private static bool IsFact(StatementWord word) => word.IsName || word.IsNumber || word.IsDate;

    /// <summary>One name in the letters of two languages.</summary>
    private static bool IsSameName(string one, string other)
    {
        var (first, second) = (InLatin(one), InLatin(other));
        var shared = first.AsSpan().CommonPrefixLength(second);
        return shared >= Math.Min(SamePrefix, Math.Max(first.Length, second.Length));
    }

    private static string InLatin(string word) => Transliteration.Skeleton(Transliteration.ToLatinOrNull(word) ?? word);
}
