using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Denies what a sentence says: "not" behind an auxiliary, «не» before a verb.</summary>
internal sealed class AddsNot : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt) =>
        False(sentence, Denial.OrNull(sentence.Text), "a negation was put in");
}
