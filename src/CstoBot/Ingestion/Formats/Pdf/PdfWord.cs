namespace CstoBot.Ingestion.Formats.Pdf;

/// <param name="Size">Of the letter in its middle, in points.</param>
internal readonly record struct PdfWord(string Text, double Left, double Right, double Baseline, double Size, bool Bold)
{
    public static PdfWord Of(IReadOnlyList<PdfLetter> letters)
    {
        var middle = letters[letters.Count / 2];
        return new PdfWord(string.Concat(letters.Select(letter => letter.Text)), letters[0].Left, letters.Max(letter => letter.Right), middle.Baseline, middle.Size, middle.Bold);
    }
}
