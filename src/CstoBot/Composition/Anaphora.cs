using System.Collections.Frozen;
using CstoBot.Retrieval.Analysis;

namespace CstoBot.Composition;

/// <summary>Tells a sentence that leans on the one before it: "One of the main ones …", "This is …".</summary>
internal static class Anaphora
{
    private static readonly FrozenSet<string> Leaning = new[]
    {
        "this", "these", "those", "such", "it", "they", "he", "she", "there", "therefore", "besides", "however", "moreover", "then",
        "это", "этот", "эта", "эти", "такой", "такие", "он", "она", "они", "кроме", "однако", "поэтому", "там",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Being = new[] { "is", "are", "was", "were", "has", "have", "will", "can", "may", "would" }.ToFrozenSet(StringComparer.Ordinal);

    // "First of all, it is …", "In this case, they are …": the phrase before the comma has this many words at most.
    private const int MaxOpening = 5;

    public static bool NeedsPredecessor(AnalyzedSentence sentence) =>
        sentence.Terms.Count > 0
        && (LeansAt(sentence, 0)
            || sentence.Terms.Take(5).Any(term => term.Exact == "ones")
            || AfterOpening(sentence) is { } subject && LeansAt(sentence, subject));

    private static bool LeansAt(AnalyzedSentence sentence, int index) => Leaning.Contains(sentence.Terms[index].Exact) && !IsExistential(sentence, index);

    /// <summary>"There are many …" points to nothing.</summary>
    private static bool IsExistential(AnalyzedSentence sentence, int index) =>
        sentence.Terms[index].Exact == "there" && index + 1 < sentence.Terms.Count && Being.Contains(sentence.Terms[index + 1].Exact);

    /// <summary>The place of the first word behind an opening phrase and its comma; null when the sentence opens otherwise.</summary>
    private static int? AfterOpening(AnalyzedSentence sentence)
    {
        var comma = sentence.Text.IndexOf(',', StringComparison.Ordinal);
        var before = comma < 0 ? 0 : sentence.Terms.TakeWhile(term => term.End <= comma).Count();
        return before is > 0 and <= MaxOpening && before < sentence.Terms.Count ? before : null;
    }
}
