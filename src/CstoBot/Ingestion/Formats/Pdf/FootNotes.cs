using System.Text.RegularExpressions;

namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Tells footnotes from the text above them, so that a sentence which goes on overleaf is not cut by them.</summary>
internal static partial class FootNotes
{
    // They are set this much smaller than the text.
    private const double Smaller = 0.95;

    /// <returns>Both in order. A footnote begins with its mark, and nothing but small print follows in its column.</returns>
    public static (IReadOnlyList<PdfLine> Text, IReadOnlyList<PdfLine> Notes) Apart(IReadOnlyList<PdfLine> lines)
    {
        var body = lines.GroupBy(line => line.Size).MaxBy(group => group.Sum(line => line.Text.Length))?.Key ?? 0;
        var notes = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        foreach (var column in lines.GroupBy(line => (line.Page, line.Column)))
        {
            var small = column.Reverse().TakeWhile(line => line.Size < Smaller * body).Reverse().ToList();
            notes.UnionWith(small.SkipWhile(line => !Label().IsMatch(line.Text)));
        }

        return notes.Count == lines.Count ? (lines, []) : (lines.Where(line => !notes.Contains(line)).ToList(), lines.Where(notes.Contains).ToList());
    }

    /// <summary>The paragraphs of the text, with the notes of a page before the first paragraph that reaches beyond it.</summary>
    public static IEnumerable<IReadOnlyList<PdfLine>> Merge(IEnumerable<IReadOnlyList<PdfLine>> text, IEnumerable<IReadOnlyList<PdfLine>> notes)
    {
        var waiting = new Queue<IReadOnlyList<PdfLine>>(notes);
        foreach (var paragraph in text)
        {
            while (waiting.TryPeek(out var note) && note[0].Page < paragraph[^1].Page)
            {
                yield return waiting.Dequeue();
            }

            yield return paragraph;
        }

        while (waiting.TryDequeue(out var note))
        {
            yield return note;
        }
    }

    [GeneratedRegex(@"^(?:[0-9]{1,3}|\*{1,3}|[†‡])\)?\s*[\p{L}\p{Pi}\p{Ps}]")]
    private static partial Regex Label();
}
