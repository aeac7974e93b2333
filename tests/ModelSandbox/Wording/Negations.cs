using System.Text.RegularExpressions;

namespace ModelSandbox.Wording;

/// <summary>Words that deny.</summary>
internal static partial class Negations
{
    public static int CountIn(string text) => Negation().Count(text);

    /// <summary>The sentence without its first negation; null where there is none, or where dropping it need not change what is said.</summary>
    public static string? DroppedOrNull(string sentence)
    {
        var negation = Droppable().Match(sentence);
        return !negation.Success || Idle().IsMatch(sentence)
            ? null
            : sentence[..negation.Index] + Positive(negation) + sentence[(negation.Index + negation.Length)..];
    }

    private static string Positive(Match negation) => negation.Value.TrimEnd().ToLowerInvariant() switch
    {
        "without" => "with ",
        "refused to" => "agreed to ",
        "cannot" => "can ",
        "без" => "с ",
        "отказался" => "согласился ",
        "отказались" => "согласились ",
        "n't" or "n’t" => " ",
        _ => "",
    };

    [GeneratedRegex(@"\b(?:not|no|never|nor|neither|cannot|without|не|нет|ни|никогда|нельзя|без)\b|n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    [GeneratedRegex(@"\b(?:cannot|not|never|without|refused to|не|без|отказался|отказались) |(?<=do|does|did|is|are|was|were|has|have|had|would|could|should)n['’]t ", RegexOptions.None)]
    private static partial Regex Droppable();

    /// <summary>"Not only … but also" says the same without "not"; so may a second negation.</summary>
    [GeneratedRegex(@"\bnot (?:only|just)\b|\bне только\b|\bне (?:лишь|просто)\b|\b(?:никто|ничто|ничего|никак\w*|никогда|нигде|ни)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Idle();
}
