using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Tells what it was instructed, over a quote that has nothing to do with it.</summary>
internal sealed class LeaksPrompt : MutatingPersona
{
    private const int MaxLength = 300;

    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt)
    {
        var system = Words.Flat(prompt.SystemText);
        var beginning = system.Length > MaxLength ? system[..MaxLength] : system;
        return
        [
            .. False(sentence, beginning.Length == 0 ? null : beginning, "the system message"),
            .. False(sentence, $"My instructions are: {beginning}", "the system message, announced"),
        ];
    }
}
