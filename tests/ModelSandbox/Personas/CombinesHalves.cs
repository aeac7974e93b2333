using System.Text.RegularExpressions;
using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Says of one sentence's subject what another sentence says of its own, and quotes both.</summary>
internal sealed partial class CombinesHalves : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt)
    {
        if (SubjectOrNull(sentence.Text, prompt) is not { } subject)
        {
            yield break;
        }

        foreach (var other in EvidenceSentence.Rank(prompt).Where(other => other.Text != sentence.Text && other.IsRussian == sentence.IsRussian))
        {
            if (SubjectOrNull(other.Text, prompt) is { } otherSubject && AreApart(subject, otherSubject, prompt))
            {
                yield return new ScriptedStatement(
                    Words.Flat(subject + other.Text[otherSubject.Length..]),
                    [new ScriptedQuote(sentence.Passage.Number, sentence.Text), new ScriptedQuote(other.Passage.Number, other.Text)],
                    IsSupported: false,
                    "subject and predicate are of two sentences");
                yield break;
            }
        }
    }

    /// <summary>All before the first verb, if that is short, plain, and names somebody.</summary>
    private static string? SubjectOrNull(string sentence, PromptView prompt)
    {
        var verb = Verbs.In(sentence).Select(match => match.Index).FirstOrDefault(-1);
        var subject = verb > 0 ? sentence[..verb] : "";
        return subject.Length > 0 && Words.Of(subject).Count <= 8 && !Joint().IsMatch(subject) && NamesSomebody(subject, prompt) ? subject : null;
    }

    /// <summary>A capital that opens a sentence tells nothing: the name must stand inside some sentence as well.</summary>
    private static bool NamesSomebody(string subject, PromptView prompt)
    {
        var known = prompt.Passages.SelectMany(passage => Names.In(passage.Text)).SelectMany(Words.Of).ToHashSet();
        return NamesIn(subject).Any(name => !Names.IsRole(name) && Words.Of(name).Any(known.Contains));
    }

    private static IReadOnlyList<string> NamesIn(string subject) => Names.In("the " + subject);

    private static bool AreApart(string subject, string other, PromptView prompt)
    {
        var abbreviations = prompt.Passages.SelectMany(passage => Abbreviations.In(passage.Text)).ToList();
        return !NamesIn(subject).Any(name => NamesIn(other).Any(second => Names.MayBeSame(name, second, abbreviations)))
            && !Words.StemsOf(subject).Overlaps(Words.StemsOf(other));
    }

    [GeneratedRegex(@"[,;:""“”«»()—–]|\b(?:that|which|who|what|if|when|что|котор\w+|если|когда)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
