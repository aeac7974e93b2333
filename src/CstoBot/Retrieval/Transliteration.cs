using System.Collections.Frozen;
using System.Text;

namespace CstoBot.Retrieval;

/// <summary>Writes Russian words in Latin letters as news agencies do (BGN/PCGN romanization, simplified).</summary>
internal static class Transliteration
{
    private static readonly FrozenDictionary<char, string> Latin = new Dictionary<char, string>
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ж'] = "zh", ['з'] = "z", ['и'] = "i",
        ['й'] = "y", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s",
        ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch",
        ['ъ'] = "", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "yu", ['я'] = "ya",
    }.ToFrozenDictionary();

    /// <summary>The word in Latin letters; null when it has a letter that is not Russian.</summary>
    public static string? ToLatinOrNull(string folded)
    {
        var result = new StringBuilder(folded.Length + 4);
        foreach (var character in folded)
        {
            if (!Latin.TryGetValue(character, out var letters))
            {
                return null;
            }

            result.Append(letters);
        }

        return result.ToString();
    }
}
