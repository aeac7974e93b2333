using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>States without any quote, or with an empty one.</summary>
internal sealed class CitesNothing : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt) =>
    [
        Quoting(sentence) with { Quotes = [], IsSupported = false, Why = "nothing is quoted" },
        Quoting(sentence) with
        {
            Text = Attribution.Introduce(sentence.Passage.Publisher ?? "the document", null, Words.Flat(sentence.Text)),
            Quotes = [new ScriptedQuote(sentence.Passage.Number, "")],
            IsSupported = false,
            Why = "the quote is empty",
        },
    ];
}
