using UglyToad.PdfPig.Content;

namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Gathers the letters of a page into rows on one base and those into words, by where they stand: many programs print no blanks.</summary>
internal static class PdfLetters
{
    /// <summary>Letters of a word stand nearer than this to one another, in parts of their size; in words set s p a c e d, nearer than that and their spacing.</summary>
    public const double WordGap = 0.13;

    private const double SameBase = 0.12;

    // Bold that is made by printing a letter twice.
    private const double Twice = 0.08;

    // A row of ten thousand letters is no line.
    private const int MaxRow = 10_000;

    /// <summary>From the top, each from the left.</summary>
    public static List<List<PdfWord>> Rows(Page page)
    {
        // What is turned sideways is a stamp in the margin.
        var letters = PdfLetter.All(page.Letters.Where((letter, index) => letter.TextOrientation == TextOrientation.Horizontal && !IsBlankWithoutRoom(page.Letters, index)))
            .OrderByDescending(letter => letter.Baseline)
            .ThenBy(letter => letter.Left);
        return Baselines(letters).Select(Words).Where(row => row.Count > 0).ToList();
    }

    /// <summary>Browsers print a hyphen that is not shown, within a word, as a blank that the next letter stands upon.</summary>
    private static bool IsBlankWithoutRoom(IReadOnlyList<Letter> letters, int index)
    {
        var letter = letters[index];
        return string.IsNullOrWhiteSpace(letter.Value)
            && index + 1 < letters.Count
            && letters[index + 1] is var next
            && Math.Abs(next.StartBaseLine.Y - letter.StartBaseLine.Y) < 0.1
            && Math.Abs(next.StartBaseLine.X - letter.StartBaseLine.X) < 0.06 * letter.PointSize;
    }

    private static IEnumerable<List<PdfLetter>> Baselines(IEnumerable<PdfLetter> letters)
    {
        var row = new List<PdfLetter>();
        foreach (var letter in letters)
        {
            if (row.Count > 0 && (row[0].Baseline - letter.Baseline > SameBase * letter.Size || row.Count >= MaxRow))
            {
                yield return row;
                row = [];
            }

            row.Add(letter);
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }

    private static List<PdfWord> Words(List<PdfLetter> row)
    {
        var letters = row.OrderBy(letter => letter.Left).ToList();
        var gap = WordGap + Spacing(letters);
        var words = new List<PdfWord>();
        var open = new List<PdfLetter>();
        foreach (var letter in letters)
        {
            var isTwice = open.Count > 0 && open[^1] is var last && letter.Text == last.Text && Math.Abs(letter.Left - last.Left) < Twice * letter.Size;
            if (isTwice)
            {
                continue;
            }

            if (open.Count > 0 && (letter.IsBlank || letter.Left - open[^1].Right > gap * Math.Max(open[^1].Size, letter.Size)))
            {
                words.Add(PdfWord.Of(open));
                open = [];
            }

            if (!letter.IsBlank)
            {
                open.Add(letter);
            }
        }

        if (open.Count > 0)
        {
            words.Add(PdfWord.Of(open));
        }

        return words;
    }

    /// <summary>By how much the letters of words set spaced stand apart, in parts of their size; 0 for others.</summary>
    private static double Spacing(List<PdfLetter> letters)
    {
        var gaps = letters.Zip(letters.Skip(1))
            .Where(pair => char.IsLetter(pair.First.Text[0]) && char.IsLetter(pair.Second.Text[0]))
            .Select(pair => (pair.Second.Left - pair.First.Right) / Math.Max(pair.First.Size, pair.Second.Size))
            .Order()
            .ToList();
        return gaps.Count >= 4 && gaps[gaps.Count / 2] is > 0.5 * WordGap and < 1 and var spacing ? spacing : 0;
    }
}
