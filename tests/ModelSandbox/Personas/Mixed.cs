using ModelSandbox.Prompts;

namespace ModelSandbox.Personas;

/// <summary>One true statement between two of a dishonest persona, as real models err.</summary>
internal sealed class Mixed(IModelPersona dishonest) : AnswerPersona
{
    public override string Name => $"Mixed with {dishonest.Name}";

    protected override ModelReply Answer(PromptView prompt)
    {
        var falsehoods = dishonest.Reply(prompt).Statements;
        return Say([.. falsehoods.Take(1), .. Honest.Verbatim.Reply(prompt).Statements.Take(1), .. falsehoods.Skip(1).Take(1)]);
    }
}
