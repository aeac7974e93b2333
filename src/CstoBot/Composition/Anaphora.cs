using System.Collections.Frozen;
using CstoBot.Retrieval;

namespace CstoBot.Composition;

/// <summary>Tells a sentence that leans on the one before it: "One of the main ones …", "This is …".</summary>
internal static class Anaphora
{
    private static readonly FrozenSet<string> Leaning = new[]
    {
        "this", "these", "those", "such", "it", "they", "he", "she", "there", "therefore", "besides", "however", "moreover", "then",
        "это", "этот", "эта", "эти", "такой", "такие", "он", "она", "они", "кроме", "однако", "поэтому", "там",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool NeedsPredecessor(AnalyzedSentence sentence) =>
        sentence.Terms.Count > 0
        && (Leaning.Contains(sentence.Terms[0].Exact) || sentence.Terms.Take(5).Any(term => term.Exact == "ones"));
}
