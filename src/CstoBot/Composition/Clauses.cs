using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>A text without sentence marks may run on for a page: of such a sentence only the clauses that answer are quoted.</summary>
internal static class Clauses
{
    /// <summary>In UTF-16 code units. A sentence that somebody wrote as one is hardly ever longer, and is quoted whole.</summary>
    public const int LongestSentence = 500;

    /// <summary>What a reader takes in at a glance; a quote of clauses stays below it.</summary>
    public const int Readable = 300;

    /// <summary>
    /// The run of whole clauses of at most <see cref="Readable"/> that holds most of what is asked; the first of equals. Runs end at
    /// line breaks and semicolons, where there are none at commas, where there are none either between words.
    /// </summary>
    /// <param name="concepts">What is asked of, with what each counts for in <paramref name="weights"/>.</param>
    public static TextSpan Narrow(AnalyzedSentence sentence, IReadOnlyList<QueryConcept> concepts, IReadOnlyList<double> weights)
    {
        var whole = sentence.Sentence.Span;
        if (whole.Length <= LongestSentence)
        {
            return whole;
        }

        var borders = Borders(sentence.Text);
        var best = borders.Zip(borders.Skip(1), TextSpan.FromBounds).MaxBy(run => Value(sentence, run, concepts, weights));
        return new TextSpan(whole.Start + best.Start, best.Length);
    }

    private static double Value(AnalyzedSentence sentence, TextSpan run, IReadOnlyList<QueryConcept> concepts, IReadOnlyList<double> weights)
    {
        var words = StemText.Of(sentence.Terms.Where(term => term.Start >= run.Start && term.End <= run.End).ToList());
        return concepts.Select((concept, place) => weights[place] * words.Strength(concept)).Sum();
    }

    /// <summary>Where runs of clauses begin, and the end of the last; no two further apart than <see cref="Readable"/> where there is any white space.</summary>
    private static List<int> Borders(string text)
    {
        var borders = new List<int> { 0 };
        while (text.Length - borders[^1] > Readable)
        {
            var start = borders[^1];
            var reach = text.AsSpan(start, Readable);
            var end = Math.Max(LastBehind(reach, text, start, '\n'), LastBehind(reach, text, start, ';'));
            end = end > 0 ? end : LastBehind(reach, text, start, ',');
            end = end > 0 ? end : reach.LastIndexOf(' ') + 1;
            borders.Add(start + (end > 0 ? end : Unhalved(text, start + Readable) - start));
        }

        borders.Add(text.Length);
        return borders;
    }

    /// <summary>The place behind the last such mark that white space follows; 0 when there is none.</summary>
    private static int LastBehind(ReadOnlySpan<char> reach, string text, int start, char mark)
    {
        for (var place = reach.LastIndexOf(mark); place > 0; place = reach[..place].LastIndexOf(mark))
        {
            if (mark == '\n' || start + place + 1 < text.Length && char.IsWhiteSpace(text[start + place + 1]))
            {
                return place + 1;
            }
        }

        return 0;
    }

    private static int Unhalved(string text, int cut) => char.IsLowSurrogate(text[cut]) ? cut - 1 : cut;
}
