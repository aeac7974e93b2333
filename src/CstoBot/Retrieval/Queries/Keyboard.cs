using System.Collections.Frozen;

namespace CstoBot.Retrieval.Queries;

/// <summary>The keys of the English (QWERTY) and the Russian (ЙЦУКЕН) layout: which lie side by side, and what one types for the other.</summary>
internal static class Keyboard
{
    // Row by row, key under key; the letters of the Russian layout that are punctuation marks in the English one included.
    private static readonly string[] English = ["qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,."];
    private static readonly string[] Russian = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];
    private static readonly string[] EnglishShifted = ["QWERTYUIOP{}", "ASDFGHJKL:\"", "ZXCVBNM<>"];
    private static readonly string[] RussianShifted = ["ЙЦУКЕНГШЩЗХЪ", "ФЫВАПРОЛДЖЭ", "ЯЧСМИТЬБЮ"];

    private static readonly FrozenSet<(char, char)> Neighbours = Pairs(English).Concat(Pairs(Russian)).ToFrozenSet();
    private static readonly FrozenDictionary<char, char> Swapped = Keys(English, Russian).Concat(Keys(EnglishShifted, RussianShifted)).ToFrozenDictionary();
    private static readonly FrozenDictionary<char, char> SwappedBack = Swapped.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Whether two small letters lie side by side, in one row or in two.</summary>
    public static bool AreNeighbours(char one, char other) => Neighbours.Contains((one, other));

    /// <summary>What the same keys type in the other layout, sign for sign ("ghbdtn" → "привет"); null when a letter is of neither.</summary>
    public static string? InOtherLayoutOrNull(string typed)
    {
        var keys = typed.Any(Swapped.ContainsKey) && !typed.Any(character => SwappedBack.ContainsKey(character) && char.IsLetter(character)) ? Swapped : SwappedBack;
        return typed.All(character => keys.ContainsKey(character) || !char.IsLetter(character))
            ? string.Concat(typed.Select(character => keys.GetValueOrDefault(character, character)))
            : null;
    }

    private static IEnumerable<KeyValuePair<char, char>> Keys(string[] from, string[] to) =>
        from.Zip(to).SelectMany(rows => rows.First.Zip(rows.Second, KeyValuePair.Create));

    private static IEnumerable<(char, char)> Pairs(string[] rows)
    {
        // A row is shifted by half a key against the one above: a key touches two of the next row.
        var pairs = rows.SelectMany(row => row.Zip(row.Skip(1)))
            .Concat(rows.Zip(rows.Skip(1)).SelectMany(two => two.First.Zip(two.Second).Concat(two.First.Skip(1).Zip(two.Second))))
            .ToList();
        return pairs.Concat(pairs.Select(pair => (pair.Second, pair.First)));
    }
}
