using UglyToad.PdfPig.Content;

namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Parts the rows of words of a page where columns do.</summary>
internal sealed class PdfFragments
{
    // Words of a justified line stand up to an em apart; columns stand further, or one below the other through many rows.
    private const double MaxGap = 1.1;
    private const double MinGutter = 0.5;
    private const int MinRows = 3;

    // The last page of a document may have a few lines only; its columns stand where those before it do.
    private List<double> gutters = [];

    public IReadOnlyList<PdfFragment> Of(Page page)
    {
        var rows = RaisedMarks.Attach(PdfLetters.Rows(page));
        gutters = Gutters(rows) is { Count: > 0 } found ? found : gutters;
        return LostCyrillic.Mend(RaisedMarks.WithoutFootnotes(rows.SelectMany(row => Split(page.Number, row, gutters)).ToList()));
    }

    /// <summary>Where most of the rows that reach to both sides are parted by more than their words are.</summary>
    private static List<double> Gutters(List<List<PdfWord>> rows)
    {
        var gutters = new List<double>();
        if (rows.Count < MinRows)
        {
            return gutters;
        }

        var (left, right) = (rows.Min(row => row[0].Left), rows.Max(row => row[^1].Right));
        var parted = rows.Select(row => row.Zip(row.Skip(1)).Where(pair => IsWide(pair.First, pair.Second)).Select(pair => (From: pair.First.Right, To: pair.Second.Left)).ToList()).ToList();
        var (bestPlace, best) = (0.0, 0);
        for (var place = left + 0.12 * (right - left); place < right - 0.12 * (right - left); place += 2)
        {
            var (reaching, white) = (0, 0);
            for (var row = 0; row < rows.Count; row++)
            {
                reaching += rows[row][0].Left < place && rows[row][^1].Right > place ? 1 : 0;
                white += parted[row].Any(gap => gap.From <= place && gap.To >= place) ? 1 : 0;
            }

            if (white >= MinRows && 2 * white > reaching)
            {
                (bestPlace, best) = white > best ? (place, white) : (bestPlace, best);
            }
            else if (best > 0)
            {
                gutters.Add(bestPlace);
                best = 0;
            }
        }

        return gutters;
    }

    private static bool IsWide(PdfWord first, PdfWord second) => second.Left - first.Right > MinGutter * Math.Max(first.Size, second.Size);

    private static IEnumerable<PdfFragment> Split(int page, List<PdfWord> words, List<double> gutters)
    {
        var start = 0;
        for (var index = 1; index <= words.Count; index++)
        {
            if (index == words.Count || AreParted(words[index - 1], words[index], gutters))
            {
                yield return Fragment(page, words[start..index]);
                start = index;
            }
        }
    }

    private static bool AreParted(PdfWord first, PdfWord second, List<double> gutters) =>
        second.Left - first.Right > MaxGap * Math.Max(first.Size, second.Size)
        || IsWide(first, second) && gutters.Exists(gutter => first.Right <= gutter && second.Left >= gutter);

    private static PdfFragment Fragment(int page, List<PdfWord> words)
    {
        var main = words.MaxBy(word => word.Text.Length);
        return new PdfFragment(
            page,
            CleanText.Line(string.Join(' ', words.Select(word => word.Text.Replace('\u00AD', '-')))),
            words.Count,
            words[0].Left,
            words.Max(word => word.Right),
            main.Baseline,
            Math.Round(2 * main.Size) / 2,
            2 * words.Where(word => word.Bold).Sum(word => word.Text.Length) > words.Sum(word => word.Text.Length));
    }
}
