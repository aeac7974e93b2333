using ModelSandbox.Prompts;

namespace ModelSandbox.Personas;

/// <summary>A model with a character; it sees a prompt and nothing else.</summary>
internal interface IModelPersona
{
    /// <summary>For reports and test names.</summary>
    string Name { get; }

    ModelReply Reply(PromptView prompt);
}

/// <summary>What a persona says.</summary>
/// <param name="Text">As it goes over the wire.</param>
/// <param name="Statements">What the text states, with the truth about each; empty for other prompts than Answer.</param>
internal sealed record ModelReply(string Text, IReadOnlyList<ScriptedStatement> Statements);
