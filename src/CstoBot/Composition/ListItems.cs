using System.Collections.Frozen;
using CstoBot.Retrieval.Analysis;

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

    /// <summary>The sentence whose list the one at the position is an item of; null when it is none.</summary>
    public static int? HeadOrNull(AnalyzedChunk chunk, int position)
    {
        if (!IsItem(chunk.Sentences[position].Text) && !OpensWithNext(chunk.Sentences[position]))
        {
            return null;
        }

        for (var head = position - 1; head >= 0; head--)
        {
            if (Behind(chunk, head).Contains(position))
            {
                return head;
            }
        }

        return null;
    }

    /// <summary>Whether the list may go on in the next chunk of the section.</summary>
    public static bool IsCutAt(AnalyzedChunk chunk, int position) =>
        position == chunk.Sentences.Count - 1 && chunk.Chunk.Span.End < chunk.Chunk.Section.Paragraphs[^1].End;

    /// <summary>The text opens with the mark or the number of an item.</summary>
    public static bool IsItem(string text) =>
        text[0] is '-' or '–' or '—' or '•' or '*' or '·' or '▪'
        || text.TakeWhile(char.IsAsciiDigit).Count() is > 0 and < 3 and var digits && digits < text.Length && text[digits] is '.' or ')'
        || text.Length > 1 && char.IsLetter(text[0]) && text[1] == ')';

    private static bool OpensWithNext(AnalyzedSentence sentence) => sentence.Terms.Take(2).Any(term => Next.Contains(term.Exact));
}
