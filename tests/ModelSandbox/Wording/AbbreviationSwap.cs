using System.Text.RegularExpressions;

namespace ModelSandbox.Wording;

/// <summary>Says a name in its other form, short or long, where the passage explains the one by the other.</summary>
internal static class AbbreviationSwap
{
    /// <summary>Null where the sentence has neither form alone.</summary>
    public static string? OrNull(string sentence, string passage)
    {
        foreach (var (brief, full) in Abbreviations.In(passage))
        {
            if (sentence.Contains($"({brief})", StringComparison.Ordinal))
            {
                continue;
            }

            if (sentence.Contains(full, StringComparison.Ordinal))
            {
                return sentence.Replace(full, brief, StringComparison.Ordinal);
            }

            // A Russian long form would have to be declined.
            if (!Words.IsRussian(sentence) && Regex.IsMatch(sentence, $@"\b{Regex.Escape(brief)}\b"))
            {
                return Regex.Replace(sentence, $@"\b{Regex.Escape(brief)}\b", full);
            }
        }

        return null;
    }
}
