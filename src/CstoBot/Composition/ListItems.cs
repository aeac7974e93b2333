using System.Collections.Frozen;
using CstoBot.Retrieval;

namespace CstoBot.Composition;

/// <summary>A list that runs over several sentences: items behind a colon, or "first … Secondly … Thirdly …".</summary>
internal static class ListItems
{
    private static readonly FrozenSet<string> First = new[] { "first", "firstly", "во-первых", "первых" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Next = new[]
    {
        "second", "secondly", "third", "thirdly", "fourth", "fourthly", "fifth", "finally", "lastly", "вторых", "третьих", "четвертых", "пятых", "наконец",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The places of the items that the sentence introduces or begins, itself aside; empty when it introduces none.</summary>
    public static IReadOnlyList<int> Behind(AnalyzedChunk chunk, int position)
    {
        var sentence = chunk.Sentences[position];
        var behind = Enumerable.Range(position + 1, chunk.Sentences.Count - position - 1);
        return sentence.Text.EndsWith(':') ? behind.TakeWhile(place => IsItem(chunk.Sentences[place].Text)).ToList()
            : sentence.Terms.Any(term => First.Contains(term.Exact)) ? behind.Where(place => OpensWithNext(chunk.Sentences[place])).ToList()
            : [];
    }

    private static bool IsItem(string text) =>
        text[0] is '-' or '–' or '—' or '•' or '*' or '·' or '▪'
        || text.TakeWhile(char.IsAsciiDigit).Count() is > 0 and < 3 and var digits && digits < text.Length && text[digits] is '.' or ')'
        || text.Length > 1 && char.IsLetter(text[0]) && text[1] == ')';

    private static bool OpensWithNext(AnalyzedSentence sentence) => sentence.Terms.Take(2).Any(term => Next.Contains(term.Exact));
}
