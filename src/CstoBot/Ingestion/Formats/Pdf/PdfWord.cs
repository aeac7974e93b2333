using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;

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

/// <summary>A letter, or what a font shows as one: a ligature is several.</summary>
internal readonly partial record struct PdfLetter(string Text, double Left, double Right, double Baseline, double Size, bool Bold)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public static PdfLetter Of(Letter letter)
    {
        var size = letter.PointSize is > 1 and < 400 ? letter.PointSize : Math.Clamp(letter.BoundingBox.Height, 1, 400);
        var (start, end) = (letter.StartBaseLine.X, letter.EndBaseLine.X);
        return new PdfLetter(letter.Value, Math.Min(start, end), Math.Max(start, end), letter.StartBaseLine.Y, size, IsBold(letter));
    }

    private static bool IsBold(Letter letter) =>
        letter.FontDetails is { IsBold: true } or { Weight: >= 600 }
        || letter.FontName is { } name && BoldName().IsMatch(name);

    // "BX" is what TeX's fonts call it.
    [GeneratedRegex("bold|black|heavy|demi|(?:CM|SF|EC|LA|LH)BX", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BoldName();
}
