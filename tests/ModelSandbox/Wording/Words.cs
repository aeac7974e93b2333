using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ModelSandbox.Wording;

/// <summary>Words of a text and their rough stems, English and Russian.</summary>
internal static partial class Words
{
    private const int StemLength = 5;

    private static readonly FrozenSet<string> Functional = new[]
    {
        "the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "is", "are", "was", "were", "be", "been",
        "has", "have", "had", "did", "does", "do", "will", "would", "what", "which", "who", "whom", "when", "where", "why", "how", "many",
        "much", "that", "this", "these", "those", "it", "its", "he", "she", "they", "his", "her", "their", "there", "as", "about", "said",
        "и", "в", "во", "на", "с", "со", "к", "по", "о", "об", "от", "до", "из", "за", "для", "у", "а", "но", "или", "что", "кто", "где",
        "когда", "как", "какой", "какая", "какие", "какое", "каких", "сколько", "почему", "это", "этот", "эта", "эти", "он", "она", "они",
        "его", "ее", "их", "был", "была", "были", "было", "будет", "есть", "ли", "же", "том", "тем", "также",
    }.ToFrozenSet();

    public static IReadOnlyList<string> Of(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    /// <summary>Stems of the words that carry meaning.</summary>
    public static IReadOnlySet<string> StemsOf(string text) =>
        Of(text).Select(Fold).Where(word => word.Length > 1 && !Functional.Contains(word)).Select(Stem).ToHashSet();

    public static string Fold(string word) => word.ToLowerInvariant().Replace('ё', 'е');

    public static bool IsFunctional(string word) => Functional.Contains(Fold(word));

    public static bool IsRussian(string text) => text.Count(IsCyrillic) > text.Count(char.IsAsciiLetter);

    /// <summary>One line, single blanks.</summary>
    public static string Flat(string text) => Blanks().Replace(text, " ").Trim();

    private static string Stem(string word) => word.Length > StemLength ? word[..StemLength] : word;

    private static bool IsCyrillic(char character) => character is >= 'Ѐ' and <= 'ӿ';

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
