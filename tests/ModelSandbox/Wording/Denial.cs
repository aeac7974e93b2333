using System.Text.RegularExpressions;

namespace ModelSandbox.Wording;

/// <summary>Denies what a sentence says: "not" behind an auxiliary, «не» before a verb.</summary>
internal static partial class Denial
{
    /// <summary>Null where no verb is surely one, and where a denial need not change what is said.</summary>
    public static string? OrNull(string sentence) =>
        Whether().IsMatch(sentence) ? null
        : Words.IsRussian(sentence) ? InRussian(sentence)
        : Verbs.Auxiliaries(sentence) is [var auxiliary, ..] ? sentence.Insert(auxiliary.Index + auxiliary.Length, " not")
        : null;

    private static string? InRussian(string sentence)
    {
        var verb = Verbs.In(sentence).FirstOrDefault(verb => !sentence[..verb.Index].EndsWith("не ", StringComparison.OrdinalIgnoreCase));
        return verb is null ? null : sentence.Insert(verb.Index, "не ");
    }

    /// <summary>"Whether it is" and "whether it is not" are the same question.</summary>
    [GeneratedRegex(@"\bwhether\b|\bли\b", RegexOptions.IgnoreCase)]
    private static partial Regex Whether();
}
