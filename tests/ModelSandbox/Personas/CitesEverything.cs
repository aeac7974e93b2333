using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Quotes whole passages: the right one or all of them for true sentences, and all of them for denied ones.</summary>
internal sealed class CitesEverything : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt)
    {
        IReadOnlyList<ScriptedQuote> all = [.. prompt.Passages.Select(passage => new ScriptedQuote(passage.Number, passage.Text))];
        if (OppositeVerbs.ReplacedOrNull(sentence.Text) is { } opposite)
        {
            yield return Quoting(sentence) with { Text = Words.Flat(opposite), Quotes = all, IsSupported = false, Why = "a verb was replaced, and everything is quoted" };
        }

        yield return Quoting(sentence) with { Quotes = all, Why = "a sentence of a passage, and everything is quoted", MayBeRefused = true };
    }
}
