using System.Collections.Frozen;

namespace CstoBot.Retrieval;

/// <summary>Tells a source that a question names ("according to the Sputnik Belarus interview") from what it asks about.</summary>
internal static class SourceMentions
{
    /// <summary>The mention of a year that only dates a source.</summary>
    public const int Year = 0;

    // "National Defense magazine interview", "the 2024 TASS interview"
    private const int MaxDistance = 2;

    private static readonly FrozenSet<string> Media = new[]
    {
        "interview", "interviews", "report", "article", "magazine", "agency", "newspaper", "commentary", "piece", "story", "digest",
        "интервью", "сообщение", "сообщении", "статья", "статье", "журнал", "журнале", "журналу", "агентство", "агентству", "репортаж",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsMedium(Term term) => Media.Contains(term.Exact);

    /// <summary>
    /// Marks the names that stand before a word for a publication ("TASS interview") or right behind one ("интервью ТАСС"),
    /// and the year beside them, which dates the source.
    /// </summary>
    /// <param name="concepts">In the order of the question, each with the place of its first word and of the word behind its last.</param>
    public static IReadOnlyList<QueryConcept> Mark(IReadOnlyList<(QueryConcept Concept, int Start, int End)> concepts, IReadOnlyList<Term> terms)
    {
        var marked = new List<QueryConcept>();
        var mention = 0;
        var lastEnd = -1;
        foreach (var (concept, start, end) in concepts)
        {
            if (!concept.IsName || !IsBesideMedium(terms, start, end))
            {
                marked.Add(concept);
            }
            else if (concept.Forms[0].Stems[0].Length == 4 && char.IsAsciiDigit(concept.Text[0]))
            {
                marked.Add(concept with { SourceMention = Year });
            }
            else
            {
                mention += start == lastEnd ? 0 : 1;
                lastEnd = end;
                marked.Add(concept with { SourceMention = mention });
            }
        }

        return marked;
    }

    private static bool IsBesideMedium(IReadOnlyList<Term> terms, int start, int end) =>
        terms.Skip(end).Take(MaxDistance).Any(IsMedium)
        || terms.Skip(Math.Max(0, start - MaxDistance)).Take(Math.Min(start, MaxDistance)).Any(IsMedium);
}
