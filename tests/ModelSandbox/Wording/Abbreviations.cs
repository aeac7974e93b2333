using System.Text.RegularExpressions;

namespace ModelSandbox.Wording;

/// <summary>Abbreviations that a text explains itself: "Long Name of It (LNI)".</summary>
internal static partial class Abbreviations
{
    private const int MaxWords = 8;

    /// <summary>Pairs of the short and the long form, both as they stand in the text.</summary>
    public static IReadOnlyList<(string Short, string Long)> In(string text)
    {
        var pairs = new List<(string, string)>();
        foreach (Match match in InBrackets().Matches(text))
        {
            if (LongFormOrNull(text[..match.Index].TrimEnd(), match.Groups["short"].Value) is { } full)
            {
                pairs.Add((match.Groups["short"].Value, full));
            }
        }

        return [.. pairs.DistinctBy(pair => pair.Item1)];
    }

    /// <summary>The first letters of the words, small words left out.</summary>
    public static string Initials(string words) =>
        string.Concat(Words.Of(words).Where(word => !Words.IsFunctional(word)).Select(word => word[0]));

    /// <summary>The longest run of words that ends the text and whose initials, small words left out, are the abbreviation.</summary>
    private static string? LongFormOrNull(string before, string abbreviation)
    {
        var starts = WordStart().Matches(before).Select(match => match.Index).TakeLast(MaxWords);
        return starts
            .Select(start => before[start..])
            .FirstOrDefault(words => char.IsUpper(words[0]) && !Words.IsFunctional(words.Split(' ')[0]) && Initials(words).Equals(abbreviation, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"\((?<short>\p{Lu}{2,8})\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"\b\p{L}")]
    private static partial Regex WordStart();
}
