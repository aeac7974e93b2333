using System.Text;

namespace CstoBot.Ingestion.Formats.Encodings;

/// <summary>Tells the 8-bit encodings apart that Russian and Western texts come in, by which of them makes words of the bytes. Pure.</summary>
internal static class EightBitText
{
    // What Russian letters are worth, in tenths of a percent of a text (National Corpus of the Russian Language).
    private const string Letters = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";

    // The signs, which are not spoken, let consonants follow one another.
    private const string Vowels = "аеёиоуыэюяьъ";

    private static readonly int[] Shares = [110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14, 12, 10, 9, 7, 6, 5, 4, 3, 3, 1, 1];

    private static readonly Encoding Western = CodePage(1252);

    private static readonly Encoding[] Cyrillic = [CodePage(1251), CodePage(20866), CodePage(866)];

    public static string Decode(ReadOnlySpan<byte> content)
    {
        var sample = content[..Math.Min(content.Length, 65_536)];
        if (IsWestern(sample))
        {
            return Western.GetString(content);
        }

        var best = Cyrillic[0];
        var most = long.MinValue;
        foreach (var encoding in Cyrillic)
        {
            var score = Score(encoding.GetString(sample));
            (best, most) = score > most ? (encoding, score) : (best, most);
        }

        return best.GetString(content);
    }

    /// <summary>An accented letter stands alone within a word of Latin ones; Cyrillic letters stand together.</summary>
    private static bool IsWestern(ReadOnlySpan<byte> sample)
    {
        var (amongLatin, together) = (0, 0);
        for (var index = 0; index < sample.Length; index++)
        {
            if (sample[index] >= 0xC0)
            {
                var before = index > 0 ? sample[index - 1] : (byte)' ';
                var after = index + 1 < sample.Length ? sample[index + 1] : (byte)' ';
                together += before >= 0x80 || after >= 0x80 ? 1 : 0;
                amongLatin += char.IsAsciiLetter((char)before) || char.IsAsciiLetter((char)after) ? 1 : 0;
            }
        }

        return amongLatin > together;
    }

    /// <summary>Common letters count for a reading; capitals within words, signs among letters and characters no text has, against it.</summary>
    private static long Score(string text)
    {
        var score = 0L;
        var previous = ' ';
        var consonants = 0;
        foreach (var character in text)
        {
            if (character >= 0x80)
            {
                var lower = char.ToLowerInvariant(character);
                var place = Letters.IndexOf(lower, StringComparison.Ordinal);
                score += place >= 0 ? Shares[place] : char.IsLetter(character) ? -60 : character is '«' or '»' or '–' or '—' or '№' or '“' or '”' or '„' or '…' or '\u00A0' ? 0 : -120;
                score -= char.IsUpper(character) && char.IsLower(previous) ? 200 : 0;
                score += char.IsLower(character) ? 10 : 0;

                // A word of capitals reads as one of small letters in another encoding, but nobody could say it.
                consonants = char.IsLetter(lower) && !Vowels.Contains(lower, StringComparison.Ordinal) ? consonants + 1 : 0;
                score -= consonants > 3 ? 60 : 0;
            }
            else
            {
                consonants = 0;
            }

            previous = character;
        }

        return score;
    }

    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number) ?? throw new InvalidOperationException($"Code page {number} is not there.");
}
