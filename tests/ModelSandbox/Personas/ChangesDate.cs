using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Changes month, day or year of a sentence's date, or of the header's date when introducing a sentence by it.</summary>
internal sealed class ChangesDate : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt) =>
        [.. InSentence(sentence), .. InIntroduction(sentence)];

    private static IEnumerable<ScriptedStatement> InSentence(EvidenceSentence sentence)
    {
        foreach (var date in Dates.In(sentence.Text))
        {
            if (Dates.OtherOrNull(date.Value, sentence.Text) is { } other)
            {
                var text = sentence.Text[..date.Index] + other + sentence.Text[(date.Index + date.Length)..];
                foreach (var statement in False(sentence, text, $"{date.Value} became {other}"))
                {
                    yield return statement;
                }
            }
        }
    }

    private static IEnumerable<ScriptedStatement> InIntroduction(EvidenceSentence sentence)
    {
        if (sentence.Passage is not { Publisher: { } who, Date: { } date })
        {
            return [];
        }

        var spoken = Dates.Spoken(date, sentence.IsRussian);
        return Dates.In(spoken).Count > 0 && Dates.OtherOrNull(spoken, sentence.Text) is { } other
            ? False(sentence, Attribution.Introduce(who, other, sentence.Text), $"the header's {date} became {other}")
            : [];
    }
}
