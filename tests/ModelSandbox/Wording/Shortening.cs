using System.Text.RegularExpressions;

namespace ModelSandbox.Wording;

/// <summary>Leaves out the end of a sentence where that takes nothing from what the rest says.</summary>
internal static partial class Shortening
{
    private const int MinWords = 5;

    /// <summary>The sentence without a last clause that only tells more about a name or a date (", which …", ", где …"); null where there is none.</summary>
    public static string? OrNull(string sentence)
    {
        var clause = LastClause().Match(sentence);
        if (!clause.Success || Restricting().IsMatch(clause.Value))
        {
            return null;
        }

        var head = sentence[..clause.Index].TrimEnd();
        return Words.Of(head).Count >= MinWords && !IsSubordinate().IsMatch(head) && IsBalanced(head) ? head + "." : null;
    }

    private static bool IsBalanced(string text) =>
        text.Count(character => character == '"') % 2 == 0
        && text.Count(character => character is '(' or '«' or '“') == text.Count(character => character is ')' or '»' or '”');

    /// <summary>
    /// Behind a name or a number only: "the states, которые подписали" says which states, "Minsk, where …" could only be Minsk.
    /// Without further commas or quotation marks, so that nothing after the clause goes with it.
    /// </summary>
    [GeneratedRegex(@"(?<=\s(?:\p{Lu}[\p{L}-]+|\d+)),\s+(?:which|who|where|whose|который|которая|которое|которые|где|куда)\s[^,;:""“”«»()]+\.$")]
    private static partial Regex LastClause();

    [GeneratedRegex(@"\b(?:not|no|never|nor|n't|if|unless|only|except|without|but|however|may|might|plan\w*|не|нет|ни|никогда|если|только|кроме|без|но|однако|может|мог\w*|план\w*)\b|n't|n’t", RegexOptions.IgnoreCase)]
    private static partial Regex Restricting();

    [GeneratedRegex(@"^(?:if|when|while|although|though|unless|as|since|because|если|когда|хотя|пока|поскольку)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsSubordinate();
}
