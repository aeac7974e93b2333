using System.Text.RegularExpressions;

namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Tells where paragraphs part and which of them are headings, from how lines stand and are set.</summary>
internal sealed partial class PdfParagraphs
{
    // Headings are set this much larger than the text.
    private const double LargerBy = 1.12;
    private const int MaxHeading = 250;

    // Where the lines of a paragraph end: so near to the right edge of their column.
    private const double FullLine = 0.88;

    // Rows of a table stand apart by lines and room for them.
    private const double MaxRowGap = 3;

    private readonly double bodySize;
    private readonly bool bodyIsBold;
    private readonly Dictionary<int, Column> columns;

    public PdfParagraphs(IReadOnlyList<PdfLine> lines)
    {
        var body = lines.GroupBy(line => (line.Size, line.Bold)).MaxBy(group => group.Sum(line => line.Text.Length));
        (bodySize, bodyIsBold) = body?.Key ?? default;
        columns = lines.GroupBy(line => line.Column).ToDictionary(group => group.Key, group => Column.Of([.. group]));
    }

    public IEnumerable<IReadOnlyList<PdfLine>> Split(IReadOnlyList<PdfLine> lines)
    {
        var open = new List<PdfLine>();
        foreach (var line in lines)
        {
            if (open.Count > 0 && Parts(open, line))
            {
                yield return open;
                open = [];
            }

            open.Add(line);
        }

        if (open.Count > 0)
        {
            yield return open;
        }
    }

    /// <summary>How much it stands out, larger first; null for what is no heading.</summary>
    public double? ProminenceOrNull(IReadOnlyList<PdfLine> paragraph)
    {
        var length = paragraph.Sum(line => line.Text.Length);
        var last = paragraph[^1].Text;
        if (length is < 3 or > MaxHeading || paragraph.Count > 5 || paragraph.Any(line => line.IsRow) || !paragraph.Any(line => line.Text.Any(char.IsLetter)) || Bullet().IsMatch(paragraph[0].Text))
        {
            return null;
        }

        var size = paragraph[0].Size;
        return size >= LargerBy * bodySize ? size
            : paragraph.All(line => line.Bold) && !bodyIsBold && size >= 0.95 * bodySize && last[^1] is not ('.' or ',' or ';' or ':') ? size
            : null;
    }

    private bool Parts(List<PdfLine> open, PdfLine line)
    {
        var last = open[^1];
        if (Math.Abs(line.Size - last.Size) > 0.08 * last.Size || IsHeadingWeight(line) != IsHeadingWeight(last) || line.IsRow != last.IsRow || ListMark().IsMatch(line.Text) && !line.IsRow
            || StatedDate.LineOrNull(line.Text) is not null || StatedDate.LineOrNull(last.Text) is not null)
        {
            return true;
        }

        if (line.Column != last.Column)
        {
            // A paragraph goes on in the next column or on the next page when its sentence does.
            return SentenceMarks.IsEnd(last.Text[^1]) || last.Text[^1] == ':' || last.Size > LargerBy * bodySize || !IsFull(last) && !char.IsLower(line.Text[0]);
        }

        if (line.IsRow)
        {
            return last.Baseline - line.Baseline > MaxRowGap * line.Size;
        }

        var column = columns[line.Column];
        var isIndented = line.Left > column.Left + 0.8 * line.Size;
        var wasIndented = last.Left > column.Left + 0.8 * last.Size;
        var isCentred = last.Size >= LargerBy * bodySize || column.Lines < 4;
        return last.Baseline - line.Baseline > 1.35 * column.Leading(line.Size)
            || line.Left < open[0].Left - 0.3 * line.Size && ListMark().IsMatch(open[0].Text)
            || isIndented && !wasIndented && !isCentred && !ListMark().IsMatch(open[0].Text)
            || isIndented && wasIndented && open.Count > 1 && !isCentred && open[^2].Left <= column.Left + 0.8 * last.Size
            || !IsFull(last) && SentenceMarks.IsEnd(last.Text[^1]) && !char.IsLower(line.Text[0])
            || !char.IsLower(line.Text[0]) && !isCentred && WouldHaveFitted(last, line, column);
    }

    /// <summary>Where the next word had room on the line, somebody ended the line.</summary>
    private static bool WouldHaveFitted(PdfLine last, PdfLine line, Column column)
    {
        var word = line.Text.IndexOf(' ', StringComparison.Ordinal);
        var width = (line.Right - line.Left) / line.Text.Length;
        return last.Right + (((word < 0 ? line.Text.Length : word) + 1) * width) + line.Size < column.Right;
    }

    private bool IsHeadingWeight(PdfLine line) => line.Bold && !bodyIsBold;

    private bool IsFull(PdfLine line)
    {
        var column = columns[line.Column];
        return line.Right - column.Left > FullLine * (column.Right - column.Left);
    }

    /// <summary>How the lines of a column stand.</summary>
    private sealed record Column(double Left, double Right, int Lines, double MedianGap, double MedianSize)
    {
        public static Column Of(List<PdfLine> lines)
        {
            var gaps = lines.Zip(lines.Skip(1), (above, below) => above.Size == below.Size ? above.Baseline - below.Baseline : 0).Where(gap => gap > 0).Order().ToList();
            var sizes = lines.Select(line => line.Size).Order().ToList();
            var rights = lines.Select(line => line.Right).Order().ToList();

            // The lower third: between paragraphs gaps are larger, and a page may be all short paragraphs.
            return new Column(lines.Min(line => line.Left), rights[rights.Count * 9 / 10], lines.Count, gaps.Count == 0 ? 0 : gaps[gaps.Count / 3], sizes[sizes.Count / 2]);
        }

        public double Leading(double size) => MedianGap > 0 && Math.Abs(size - MedianSize) < 0.2 * size ? Math.Min(MedianGap, 2.2 * size) : 1.35 * size;
    }

    [GeneratedRegex(@"^[•·▪■●◦‣–—-]\s")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?:[•·▪■●◦‣–—-]\s|\(?[0-9]{1,2}[.)]\s|\(?[a-zа-я]\)\s|[0-9]{1,2}(?:\.[0-9]{1,2})+\.?\s)")]
    private static partial Regex ListMark();
}
