using System.Collections.Frozen;
using System.Text;

namespace CstoBot.Retrieval.Queries;

/// <summary>Russian words in Latin letters and back: as news agencies write them (BGN/PCGN, simplified) and as people type them.</summary>
internal static class Transliteration
{
    private static readonly FrozenDictionary<char, string> Latin = new Dictionary<char, string>
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ж'] = "zh", ['з'] = "z", ['и'] = "i",
        ['й'] = "y", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s",
        ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch",
        ['ъ'] = "", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "yu", ['я'] = "ya",
    }.ToFrozenDictionary();

    // The longest first; "тся" ends verbs, where "ts" is no ц.
    private static readonly (string Latin, string Russian)[] Cyrillic =
    [
        ("shch", "щ"), ("tsya", "тся"), ("iya", "ия"), ("iye", "ие"), ("sch", "щ"), ("yo", "е"), ("jo", "е"), ("yu", "ю"), ("ju", "ю"), ("iu", "ю"), ("ya", "я"), ("ja", "я"), ("ia", "ия"),
        ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("ye", "е"), ("je", "е"), ("ii", "ии"), ("iy", "ий"), ("yy", "ый"), ("ck", "к"),
        ("a", "а"), ("b", "б"), ("c", "ц"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"), ("j", "й"), ("k", "к"), ("l", "л"),
        ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("x", "кс"),
        ("y", "ы"), ("z", "з"), ("'", "ь"),
    ];

    // What romanizations write differently, brought to one: "Tasmagambetoff", "Kazahstan", "Zhaparov", "Pashinian", "Lukashenka".
    private static readonly (string From, string To)[] Alike =
    [
        ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("zh", "j"), ("dj", "j"), ("dzh", "j"), ("ts", "c"), ("tz", "c"), ("ph", "f"), ("ck", "k"), ("ks", "x"), ("ou", "u"),
        ("iye", "e"), ("iya", "a"), ("ye", "e"), ("ie", "e"), ("yo", "o"), ("io", "o"), ("yu", "u"), ("iu", "u"), ("ya", "a"), ("ia", "a"),
        ("y", "i"), ("w", "v"), ("q", "k"), ("'", ""),
    ];

    /// <summary>A Russian word in Latin letters; null when it has a letter that is not Russian.</summary>
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

    /// <summary>A Russian word that was typed in Latin letters, as it is spelt most likely; null when it has a letter that is not Latin.</summary>
    public static string? ToCyrillicOrNull(string folded)
    {
        var result = new StringBuilder(folded.Length);
        for (var at = 0; at < folded.Length;)
        {
            var (letters, russian) = Array.Find(Cyrillic, pair => folded.AsSpan(at).StartsWith(pair.Latin, StringComparison.Ordinal));
            if (letters is null)
            {
                return null;
            }

            var isShort = letters is "y" or "i" && result.Length > 0 && "аеиоуыэюя".Contains(result[^1], StringComparison.Ordinal);
            result.Append(isShort && letters == "y" ? "й" : russian);
            at += letters.Length;
        }

        return result.ToString();
    }

    /// <summary>What all romanizations of one name have in common; of a word in Latin letters.</summary>
    public static string Skeleton(string latin)
    {
        var result = new StringBuilder(latin.Length);
        for (var at = 0; at < latin.Length;)
        {
            var (from, to) = Array.Find(Alike, pair => latin.AsSpan(at).StartsWith(pair.From, StringComparison.Ordinal));
            var letters = from is null ? latin.AsSpan(at, 1) : to;
            at += from?.Length ?? 1;
            foreach (var letter in letters)
            {
                if (result.Length == 0 || result[^1] != letter)
                {
                    result.Append(letter);
                }
            }
        }

        return result.ToString();
    }
}
