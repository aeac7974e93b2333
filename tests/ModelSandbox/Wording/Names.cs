using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ModelSandbox.Wording;

/// <summary>Names in a text: runs of capitalized words that do not open a sentence, and abbreviations.</summary>
internal static partial class Names
{
    /// <summary>Words that name an office or a kind of thing: "the Secretary General" may well be the person named elsewhere.</summary>
    private static readonly FrozenSet<string> Roles = new[]
    {
        "secre", "gener", "presi", "minis", "counc", "chair", "chief", "direc", "organ", "commi", "assem", "gover", "state", "membe",
        "membr", "prime", "head", "deput", "speak", "treat", "agree", "summi", "allia", "union", "repub", "feder", "centr", "cente", "i", "mr", "mrs",
        "секре", "генер", "прези", "минис", "совет", "предс", "глава", "главы", "орган", "комит", "ассам", "прави", "госуд", "догов", "респу", "федер",
        "согла", "самми", "союз", "союза", "центр", "премь",
    }.ToFrozenSet();

    public static IReadOnlyList<string> In(string text)
    {
        var names = new List<string>();
        foreach (Match match in Name().Matches(text))
        {
            if (!OpensSentence(text, match.Index) && !IsMonth(match.Value) && match.Value.Length > 2 && !Words.IsFunctional(match.Value))
            {
                names.Add(match.Value);
            }
        }

        return [.. names.Distinct()];
    }

    public static bool IsRole(string name) => Words.StemsOf(name).Any(Roles.Contains);

    /// <summary>Whether two names may mean the same: they share a word's beginning, or one abbreviates the other.</summary>
    public static bool MayBeSame(string name, string other, IReadOnlyList<(string Short, string Long)> abbreviations) =>
        Words.StemsOf(name).Any(stem => Words.StemsOf(other).Any(second => Prefix(stem) == Prefix(second)))
        || abbreviations.Any(pair => (pair.Short, pair.Long) == (name, other) || (pair.Short, pair.Long) == (other, name))
        || name == Abbreviations.Initials(other)
        || other == Abbreviations.Initials(name);

    public static bool IsAbbreviation(string name) => name.All(char.IsUpper);

    private static string Prefix(string stem) => stem.Length > 3 ? stem[..3] : stem;

    private static bool OpensSentence(string text, int index)
    {
        var before = text[..index].TrimEnd(' ', '\t', '"', '“', '«', '(', '—', '–', '-');
        return before.Length == 0 || before[^1] is '.' or '!' or '?' or '…' or '\n' or ':' or '"' or '”' or '»';
    }

    private static bool IsMonth(string word) => Dates.English.Contains(word.Split(' ')[0]);

    [GeneratedRegex(@"\b(?:\p{Lu}{2,}|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*(?: \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*)*)\b")]
    private static partial Regex Name();
}
