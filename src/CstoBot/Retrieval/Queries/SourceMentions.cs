using System.Collections.Frozen;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;

namespace CstoBot.Retrieval.Queries;

/// <summary>Tells a source that a question names ("according to the Sputnik Belarus interview") from what it asks about.</summary>
internal static class SourceMentions
{
    /// <summary>The mention of a year that only dates a source.</summary>
    public const int Year = 0;

    // "National Defense magazine interview", "the 2024 TASS interview"
    private const int MaxDistance = 2;

    // "told TASS", "said to Sputnik", "the TASS questions": such words make a mention of a name that is known as a source.
    private static readonly FrozenSet<string> Before = new[] { "to", "told", "by", "via", "with", "for", "from" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Behind = new[]
    {
        "questions", "question", "answers", "text", "page", "version", "publication", "вопросы", "ответы", "текст", "версия",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Media = new[]
    {
        "interview", "interviews", "report", "article", "magazine", "agency", "newspaper", "commentary", "piece", "story", "digest",
        "интервью", "сообщение", "сообщении", "статья", "статье", "журнал", "журнале", "журналу", "агентство", "агентству", "репортаж",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsMedium(Term term) => Media.Contains(term.Exact);

    /// <summary>A word that speaks of the text itself, where a source is named.</summary>
    public static bool IsOfText(Term term) => IsMedium(term) || Behind.Contains(term.Exact);

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
            else if (IsYear(concept))
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

    /// <summary>
    /// Adds the mentions that only the documents can tell: names under which one of them appeared, where the question speaks
    /// of what was told to them. A year behind a mention ("the TASS questions of 2024") dates it.
    /// </summary>
    /// <param name="isSource">Whether a document appeared under the concept's name.</param>
    public static IReadOnlyList<QueryConcept> MarkKnown(AnalyzedQuery question, Func<QueryConcept, bool> isSource)
    {
        var marked = new List<QueryConcept>(question.Concepts.Count);
        var mention = question.Concepts.Select(concept => concept.SourceMention).Max() ?? Year;
        var lastEnd = -1;
        foreach (var concept in question.Concepts)
        {
            var (start, end) = PlaceOf(concept, question.Terms);
            var mark = concept.SourceMention;
            if (mark is null && start >= 0)
            {
                mark = IsDate(concept) ? (lastEnd >= 0 && lastEnd <= start && question.Terms.Skip(lastEnd).Take(start - lastEnd).All(IsLink) ? Year : null)
                    : !concept.IsName ? null
                    : start == lastEnd && isSource(concept) ? mention
                    : IsTold(question.Terms, start, end) && isSource(concept) ? ++mention
                    : null;
            }

            lastEnd = mark is not null && mark != Year ? end : lastEnd;
            marked.Add(mark == concept.SourceMention ? concept : concept with { SourceMention = mark });
        }

        return marked;
    }

    private static bool IsYear(QueryConcept concept) => concept.Forms[0].Stems[0].Length == 4 && char.IsAsciiDigit(concept.Text[0]);

    private static bool IsDate(QueryConcept concept) => IsYear(concept) || concept.Forms[0].Stems is [var stem] && StatedDate.MonthOrNull(stem) is not null;

    private static bool IsLink(Term term) => StopWords.Contains(term.Exact) || Behind.Contains(term.Exact) || IsMedium(term) || StatedDate.MonthOrNull(term.Exact) is not null;

    private static bool IsTold(IReadOnlyList<Term> terms, int start, int end) =>
        start > 0 && Before.Contains(terms[start - 1].Exact) || end < terms.Count && Behind.Contains(terms[end].Exact);

    /// <summary>Where the question's own words for it stand; -1 when they cannot be found.</summary>
    private static (int Start, int End) PlaceOf(QueryConcept concept, IReadOnlyList<Term> terms)
    {
        var stems = concept.Forms[0].Stems;
        for (var start = 0; start + stems.Count <= terms.Count; start++)
        {
            if (stems.Select((stem, offset) => terms[start + offset].Stem == stem).All(same => same))
            {
                return (start, start + stems.Count);
            }
        }

        return (-1, -1);
    }

    /// <summary>"TASS interview", "National Defense magazine interview"; or "the interview to TASS". A name before "in the interview" is a subject.</summary>
    private static bool IsBesideMedium(IReadOnlyList<Term> terms, int start, int end) =>
        terms.Skip(end).Take(MaxDistance).TakeWhile(term => !StopWords.Contains(term.Exact)).Any(IsMedium)
        || terms.Skip(Math.Max(0, start - MaxDistance)).Take(Math.Min(start, MaxDistance)).Any(IsMedium);
}
