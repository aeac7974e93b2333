using System.Globalization;
using System.Text;

namespace CstoBot.Evaluation;

/// <summary>
/// The part of Unicode's compatibility form (NFKC, UAX #15) that English and Russian texts need: typographic signs, ligatures, raised and
/// full-width digits, Roman numerals, letters written apart from their accents. The program runs without ICU, so .NET leaves texts as they are.
/// </summary>
internal static class CompatibilityForm
{
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthOffset = FirstFullWidth - '!';

    private static readonly string[] Romans =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D", "M"];

    // Accent, letters, the same letters with it.
    private static readonly Dictionary<(char Letter, char Accent), char> Composed = new[]
    {
        ('\u0300', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
        ('\u0301', "AEIOUYCNSZaeiouycnsz", "ÁÉÍÓÚÝĆŃŚŹáéíóúýćńśź"),
        ('\u0302', "AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
        ('\u0303', "ANOano", "ÃÑÕãñõ"),
        ('\u0306', "AGUaguИУиу", "ĂĞŬăğŭЙЎйў"),
        ('\u0308', "AEIOUaeiouyЕІеі", "ÄËÏÖÜäëïöüÿЁЇёї"),
        ('\u030A', "AUau", "ÅŮåů"),
        ('\u030C', "CDENRSTZcdenrstz", "ČĎĚŇŘŠŤŽčďěňřšťž"),
        ('\u0327', "CSTcst", "ÇŞŢçşţ"),
    }.SelectMany(row => row.Item2.Zip(row.Item3, (letter, composed) => ((letter, row.Item1), composed)))
        .ToDictionary(pair => pair.Item1, pair => pair.composed);

    public static string Of(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (result.Length > 0 && Composed.TryGetValue((result[^1], character), out var composed))
            {
                result[^1] = composed;
            }
            else
            {
                result.Append(Decompose(character));
            }
        }

        return result.ToString();
    }

    private static string Decompose(char character) => character switch
    {
        '…' => "...",
        '‥' => "..",
        '″' => "′′",
        '‴' => "′′′",
        '´' => " \u0301",
        '¨' => " \u0308",
        '¸' => " \u0327",
        '¼' => "1⁄4",
        '½' => "1⁄2",
        '¾' => "3⁄4",
        '№' => "No",
        '™' => "TM",
        '℃' => "°C",
        'ª' => "a",
        'º' => "o",
        'µ' => "μ",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        >= 'Ⅰ' and <= 'Ⅿ' => Romans[character - 'Ⅰ'],
        >= 'ⅰ' and <= 'ⅿ' => Romans[character - 'ⅰ'].ToLowerInvariant(),
        >= FirstFullWidth and <= LastFullWidth => ((char)(character - FullWidthOffset)).ToString(),
        '²' or '³' or '¹' or '⁰' or (>= '⁴' and <= '⁹') or (>= '₀' and <= '₉') =>
            CharUnicodeInfo.GetDigitValue(character).ToString(CultureInfo.InvariantCulture),
        _ => character.ToString(),
    };
}
