using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Leaves a negation out.</summary>
internal sealed class DropsNot : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt) =>
        False(sentence, Negations.DroppedOrNull(sentence.Text), "a negation was left out");
}
