using System.Text.RegularExpressions;

namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Joins words that were divided at the end of a line, by how the document writes them elsewhere.</summary>
internal sealed partial class Hyphenation
{
    // A printer that divides words does so in one line of twenty or in more; a word with a hyphen of its own comes to stand there in one of sixty, by
    // chance (1.5 such words to 100, 13 words and 75 letters to a line).
    private const int LinesToOneOfChance = 40;

    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);

    private readonly bool divides;

    private readonly bool areByChance;

    public Hyphenation(IReadOnlyList<string> lines)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            // The two halves of a divided word are no words of their own.
            var isDivided = index + 1 < lines.Count && Divided(lines[index], lines[index + 1]) is not null;
            var goesOn = index > 0 && Divided(lines[index - 1], lines[index]) is not null;
            words.UnionWith(Word().Matches(lines[index]).Select(match => match.Value).Skip(goesOn ? 1 : 0).SkipLast(isDivided ? 1 : 0));
        }

        var ends = lines.Zip(lines.Skip(1), Divided).OfType<(string First, string Second)>().ToList();
        divides = ends.Exists(parts => words.Contains(parts.First + parts.Second));
        areByChance = !divides && ends.Count * LinesToOneOfChance <= lines.Count;
    }

    /// <summary>What of the line's end is to be left out before the next line follows, and whether a blank goes between.</summary>
    /// <returns>The line as it goes into the paragraph.</returns>
    public string End(string line, string next)
    {
        if (Divided(line, next) is not var (first, second))
        {
            return line + " ";
        }

        var isOneWord = char.IsLower(next[0]) && (words.Contains(first + second) || !IsCompound(first, second) && !IsParticle(first, second));
        return isOneWord ? line[..^1] : line;
    }

    /// <summary>
    /// Written with a hyphen elsewhere; or of two words that stand alone elsewhere; or of one, in a document that divides no words otherwise,
    /// and any where so few lines end like that.
    /// </summary>
    private bool IsCompound(string first, string second) =>
        areByChance || words.Contains($"{first}-{second}") || (divides ? StandsAlone(first) && StandsAlone(second) : StandsAlone(first) || StandsAlone(second));

    private bool StandsAlone(string part) => part.Length > 3 && words.Contains(part);

    private static (string First, string Second)? Divided(string line, string next) =>
        line.Length > 1 && (line[^1] is '-' or '\u2010') && char.IsLetter(line[^2]) && next.Length > 0 && char.IsLetter(next[0])
            ? (LastWord().Match(line[..^1]).Value, FirstWord().Match(next).Value)
            : null;

    // Russian writes these with a hyphen wherever they stand.
    private static bool IsParticle(string first, string second) =>
        second is "то" or "либо" or "нибудь" or "таки" or "ка" || first.Equals("кое", StringComparison.OrdinalIgnoreCase) || first.Equals("кто", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\p{L}+(?:-\p{L}+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\p{L}-]+$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^[\p{L}-]+")]
    private static partial Regex FirstWord();
}
