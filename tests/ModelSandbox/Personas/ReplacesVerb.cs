using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Puts a verb that says the opposite in the place of one. Other verbs of the passages are not taken: they may say the same.</summary>
internal sealed class ReplacesVerb : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt) =>
        False(sentence, OppositeVerbs.ReplacedOrNull(sentence.Text), "a verb was replaced by its opposite");
}
