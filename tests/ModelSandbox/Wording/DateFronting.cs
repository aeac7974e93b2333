using System.Text.RegularExpressions;

namespace ModelSandbox.Wording;

/// <summary>Moves the date that ends a sentence to its front.</summary>
internal static partial class DateFronting
{
    /// <summary>Null unless the sentence is one plain clause: elsewhere the date may belong to another verb than the first.</summary>
    public static string? OrNull(string sentence)
    {
        var date = DateAtEnd().Match(sentence);
        if (!date.Success)
        {
            return null;
        }

        var rest = sentence[..date.Index].TrimEnd();
        return IsPlain(rest) ? $"{char.ToUpperInvariant(date.Groups["date"].Value[0])}{date.Groups["date"].Value[1..]}, {Attribution.Lowered(rest)}." : null;
    }

    private static bool IsPlain(string clause) => !Joint().IsMatch(clause) && Verbs.In(clause).Count == 1 && Dates.In(clause).Count == 0;

    [GeneratedRegex(@"\s(?<date>(?:on|in|в|во)?\s?(?:\d{1,2} (?:" + Dates.Month + @")(?: \d{4})?(?: года| г)?|(?:" + Dates.Month + @") \d{1,2}(?:, \d{4})?|(?:19|20)\d\d(?: году| г)?))\.$")]
    private static partial Regex DateAtEnd();

    /// <summary>Whatever may open a second clause or a participle with a time of its own.</summary>
    [GeneratedRegex(@"[,;:""“”«»()—–]|\b(?:that|which|who|where|when|and|to|of the|что|котор\w+|где|когда|и|после|до|since|until|before|after|from|с|по)\b|\w(?:ing|вш\w+|ющ\w+|нн(?:ый|ая|ое|ые|ого|ой|ых|ым|ыми|ую|ом|ому)|емы\w)\b")]
    private static partial Regex Joint();
}
