using CstoBot.Tests.Fakes.ModelServer.Prompts;
using CstoBot.Tests.Fakes.ModelServer.Wording;

namespace CstoBot.Tests.Fakes.ModelServer.Personas;

/// <summary>Leaves a negation out.</summary>
internal sealed class DropsNot : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt) =>
        False(sentence, Negations.DroppedOrNull(sentence.Text), "a negation was left out");
}
