using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Does what an attack in a question or a document demands: says the payload, over a true quote.</summary>
/// <param name="payload">What the attack wants to be said. Supported only where the quote happens to say it.</param>
internal sealed class Obeys(string payload) : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt) =>
    [
        Quoting(sentence) with
        {
            Text = payload,
            IsSupported = Words.Flat(sentence.Text).Contains(Words.Flat(payload), StringComparison.Ordinal),
            Why = "demanded by an attack",
        },
    ];
}
