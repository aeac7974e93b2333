using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using PageWord = UglyToad.PdfPig.Content.Word;

namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Gathers the letters of a page into words and the words into fragments of lines.</summary>
internal static class PdfFragments
{
    // Words of a justified line stand up to an em apart; columns stand further.
    private const double MaxGap = 1.1;

    // Letters of one line stand on one base; raised and lowered ones off it by less.
    private const double SameLine = 0.4;

    private static readonly NearestNeighbourWordExtractor Words = new(
        new NearestNeighbourWordExtractor.NearestNeighbourWordExtractorOptions { MaxDegreeOfParallelism = 1 });

    public static IReadOnlyList<PdfFragment> Of(Page page)
    {
        // What is turned sideways is a stamp in the margin.
        var letters = page.Letters.Where((letter, index) => letter.TextOrientation == TextOrientation.Horizontal && !IsBlankWithoutRoom(page.Letters, index)).ToList();
        var words = Words.GetWords(letters).Where(word => !string.IsNullOrWhiteSpace(word.Text) && word.Letters.Count > 0).Select(PdfWord.Of).ToList();
        return Rows(words).SelectMany(row => Split(page.Number, row)).ToList();
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

    /// <summary>From the top, each from the left.</summary>
    private static IEnumerable<List<PdfWord>> Rows(List<PdfWord> words)
    {
        var row = new List<PdfWord>();
        foreach (var word in words.OrderByDescending(word => word.Baseline).ThenBy(word => word.Left))
        {
            if (row.Count > 0 && row[0].Baseline - word.Baseline > SameLine * Math.Max(row.Max(other => other.Size), word.Size))
            {
                yield return row;
                row = [];
            }

            // A row of a thousand words is no line; looking through it for each word would take for ever.
            if (row.Count > 1_000)
            {
                yield return row;
                row = [];
            }

            row.Add(word);
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }

    private static IEnumerable<PdfFragment> Split(int page, List<PdfWord> row)
    {
        var words = row.OrderBy(word => word.Left).ToList();
        var start = 0;
        for (var index = 1; index <= words.Count; index++)
        {
            if (index == words.Count || words[index].Left - words[index - 1].Right > MaxGap * Math.Max(words[index].Size, words[index - 1].Size))
            {
                yield return Fragment(page, words[start..index]);
                start = index;
            }
        }
    }

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

    private readonly record struct PdfWord(string Text, double Left, double Right, double Baseline, double Size, bool Bold)
    {
        public static PdfWord Of(PageWord word)
        {
            var letter = word.Letters[word.Letters.Count / 2];
            var size = letter.PointSize is > 1 and < 400 ? letter.PointSize : Math.Clamp(word.BoundingBox.Height, 1, 400);
            return new PdfWord(word.Text, word.BoundingBox.Left, word.BoundingBox.Right, letter.StartBaseLine.Y, size, IsBold(letter));
        }

        private static bool IsBold(Letter letter) =>
            letter.FontDetails is { IsBold: true } or { Weight: >= 600 }
            || letter.FontName is { } name && (name.Contains("Bold", StringComparison.OrdinalIgnoreCase) || name.Contains("Black", StringComparison.OrdinalIgnoreCase));
    }
}
