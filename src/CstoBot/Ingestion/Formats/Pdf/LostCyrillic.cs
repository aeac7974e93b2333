using System.Text;

namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Mends Russian text of fonts that do not say which letters they show: their codes are those of Windows, read as western letters ("Îáçîð").</summary>
internal static class LostCyrillic
{
    // Western languages have some letters with accents among plain ones; this text has hardly any plain one.
    private const int MinLetters = 40;
    private const double MinShare = 0.7;

    public static IReadOnlyList<PdfFragment> Mend(IReadOnlyList<PdfFragment> page)
    {
        var (letters, western) = (0, 0);
        foreach (var character in page.SelectMany(fragment => fragment.Text))
        {
            letters += char.IsLetter(character) ? 1 : 0;
            western += IsWestern(character) ? 1 : 0;
        }

        return letters >= MinLetters && western >= MinShare * letters ? page.Select(fragment => fragment with { Text = Mended(fragment.Text) }).ToList() : page;
    }

    private static string Mended(string text) => text.Aggregate(new StringBuilder(text.Length), (mended, character) => mended.Append(Mended(character))).ToString();

    private static char Mended(char character) => character switch
    {
        >= '\u00C0' and <= '\u00FF' => (char)('А' + character - '\u00C0'),
        '\u00A8' => 'Ё',
        '\u00B8' or '\u00BC' => 'ё',
        '\u00B9' => '№',
        _ => character,
    };

    private static bool IsWestern(char character) => character is >= '\u00C0' and <= '\u00FF';
}
