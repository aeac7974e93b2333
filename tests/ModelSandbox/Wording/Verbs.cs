using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ModelSandbox.Wording;

/// <summary>Finds what is surely a finite verb; what may be another word is left alone.</summary>
internal static partial class Verbs
{
    private static readonly FrozenSet<string> Irregular = new[]
    {
        "said", "told", "held", "took", "made", "gave", "went", "came", "began", "met", "won", "lost", "left", "led", "paid", "grew", "fell",
        "rose", "became", "wrote", "spoke", "sent", "built", "brought", "found", "kept", "sold", "spent", "stood", "includes", "consists",
        "remains", "plans", "provides", "says", "opens", "employs",
    }.ToFrozenSet();

    /// <summary>Nouns and participles that end as verbs do.</summary>
    private static readonly FrozenSet<string> NoVerbs = new[]
    {
        "united", "hundred", "indeed", "armed", "limited", "red", "shed", "need", "speed", "генерал", "канал", "материал",
        "потенциал", "персонал", "капитал", "журнал", "футбол", "раздел", "отдел", "тыл", "финал", "сигнал", "портал", "квартал", "арсенал",
        "школа", "сила", "числа", "силы", "дела", "скала", "тела", "начала", "сначала", "правила", "правило", "начало", "число", "дело",
        "село", "тело", "весло", "мало", "около", "вокруг", "если", "цели", "роли", "недели", "модели", "доли", "земли", "или",
        "отрасли", "мысли", "угол", "пол", "стол", "протокол", "посол", "неделя", "стали",
    }.ToFrozenSet();

    /// <summary>"is", "are" and so on: what "not" stands behind.</summary>
    public static IReadOnlyList<Match> Auxiliaries(string text) => Auxiliary().Matches(text);

    /// <summary>All finite verbs, auxiliaries together with the participle behind them.</summary>
    public static IReadOnlyList<Match> In(string text) =>
        [.. Verb().Matches(text).Where(match => match.Groups["auxiliary"].Success || IsVerb(match.Value))];

    private static bool IsVerb(string word)
    {
        var folded = Words.Fold(word);
        return char.IsLower(word[0])
            && !NoVerbs.Contains(folded)
            && (Irregular.Contains(folded) || EnglishPast().IsMatch(folded) || RussianPast().IsMatch(folded));
    }

    [GeneratedRegex(@"\b(?:is|are|was|were|has|have|had|will|does|did|can|must)\b(?! not\b|n't)")]
    private static partial Regex Auxiliary();

    [GeneratedRegex(@"(?<auxiliary>\b(?:is|are|was|were|has|have|had|will|does|did|can|must)\b(?: not)?(?: been| be)?(?: \p{Ll}+(?:ed|en)\b)?)|\b\p{L}+\b")]
    private static partial Regex Verb();

    [GeneratedRegex("^[a-z]{3,}ed$")]
    private static partial Regex EnglishPast();

    [GeneratedRegex("^[а-я]{2,}[аеиуяы]л(?:а|о|и)?(?:с[ья])?$")]
    private static partial Regex RussianPast();
}
