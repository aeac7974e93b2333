using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;

namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>A letter, or what a font shows as one: a ligature is several.</summary>
internal readonly partial record struct PdfLetter(string Text, double Left, double Right, double Baseline, double Size, bool Bold)
{
    // A ligature is wider than what else is printed with these codes: blanks.
    private const double MinLigature = 0.4;

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Those of a page, with accents that are printed as signs of their own on their letters.</summary>
    public static IEnumerable<PdfLetter> All(IEnumerable<Letter> letters)
    {
        PdfLetter? accent = null;
        foreach (var letter in letters.Select(Of).Where(letter => letter.Text.Length > 0))
        {
            if (accent is { } above && above.StandsOn(letter) && Accents.ComposedOrNull(above.Text, letter.Text) is { } composed)
            {
                yield return letter with { Text = composed };
                accent = null;
                continue;
            }

            if (accent is { } alone)
            {
                yield return alone;
            }

            accent = Accents.IsAccent(letter.Text) ? letter : null;
            if (accent is null)
            {
                yield return letter;
            }
        }

        if (accent is { } last)
        {
            yield return last;
        }
    }

    private static PdfLetter Of(Letter letter)
    {
        var size = letter.PointSize is > 1 and < 400 ? letter.PointSize : Math.Clamp(letter.BoundingBox.Height, 1, 400);
        var (start, end) = (letter.StartBaseLine.X, letter.EndBaseLine.X);
        var text = letter.Value.Length == 1 && Math.Abs(end - start) > MinLigature * size ? LigatureOrNull(letter.Value[0]) ?? letter.Value : letter.Value;
        return new PdfLetter(text, Math.Min(start, end), Math.Max(start, end), letter.StartBaseLine.Y, size, IsBold(letter));
    }

    /// <summary>Fonts of TeX without names for their signs have them at these codes, the newer ones first.</summary>
    private static string? LigatureOrNull(char code) => code switch
    {
        '\u001B' or '\u000B' => "ff",
        '\u001C' or '\u000C' => "fi",
        '\u001D' or '\u000D' => "fl",
        '\u001E' or '\u000E' => "ffi",
        '\u001F' or '\u000F' => "ffl",
        _ => null,
    };

    private bool StandsOn(PdfLetter letter)
    {
        var middle = (Left + Right) / 2;
        return middle > letter.Left && middle < letter.Right && Math.Abs(Baseline - letter.Baseline) < 0.5 * letter.Size;
    }

    private static bool IsBold(Letter letter) =>
        letter.FontDetails is { IsBold: true } or { Weight: >= 600 }
        || letter.FontName is { } name && BoldName().IsMatch(name);

    // "BX" is what TeX's fonts call it.
    [GeneratedRegex("bold|black|heavy|demi|(?:CM|SF|EC|LA|LH)BX", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BoldName();
}
