using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ModelSandbox.Wording;

/// <summary>
/// Divides a passage into sentences, each a verbatim part of it. Where in doubt it does not divide: two sentences in one are
/// still a proper quote, half a one is not.
/// </summary>
internal static partial class Sentences
{
    private const int MinWords = 4;

    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "st", "gen", "col", "lt", "no", "inc", "ltd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
        "oct", "nov", "dec", "vs", "etc", "г", "гг", "ул", "им", "св", "тов", "проф", "ген", "ст", "п", "др", "т", "д", "е", "к", "н", "млн",
        "млрд", "тыс", "руб", "стр",
    }.ToFrozenSet();

    public static IReadOnlyList<string> Of(string text)
    {
        var sentences = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var start = 0;
            foreach (Match mark in End().Matches(line))
            {
                if (!Abbreviations.Contains(WordBefore(line, mark.Index).ToLowerInvariant()))
                {
                    Add(sentences, line[start..(mark.Index + mark.Groups["marks"].Length)]);
                    start = mark.Index + mark.Length;
                }
            }

            Add(sentences, line[start..]);
        }

        return sentences;
    }

    /// <summary>Questions, headings and scraps state nothing.</summary>
    private static void Add(List<string> sentences, string sentence)
    {
        var whole = sentence.Trim();
        if (Words.Of(whole).Count >= MinWords && !whole.EndsWith('?') && !whole.EndsWith(':'))
        {
            sentences.Add(whole);
        }
    }

    private static string WordBefore(string line, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(line[start - 1]))
        {
            start--;
        }

        // A single capital is an initial.
        return end - start == 1 && char.IsUpper(line[start]) ? "no" : line[start..end];
    }

    [GeneratedRegex(@"(?<marks>[.!?…]+[""”»’)]*)\s+(?=[""“«(]?[\p{Lu}\p{N}])")]
    private static partial Regex End();
}
