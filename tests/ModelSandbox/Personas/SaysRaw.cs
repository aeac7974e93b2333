using ModelSandbox.Prompts;

namespace ModelSandbox.Personas;

/// <summary>Says the same text to every prompt, JSON or not; nothing of it is supported.</summary>
internal sealed class SaysRaw(string name, string text) : IModelPersona
{
    public static readonly SaysRaw Nothing = new("Empty (nothing)", "");
    public static readonly SaysRaw Blanks = new("Empty (blanks)", " \n\t ");
    public static readonly SaysRaw EmptyObject = new("Empty (object)", "{}");
    public static readonly SaysRaw Null = new("Empty (null)", "null");
    public static readonly SaysRaw NoStatements = new("Empty (no statements)", """{"insufficient":false,"statements":[]}""");
    public static readonly SaysRaw EmptyStatement = new("Empty (statement)", """{"insufficient":false,"statements":[{"text":"","quotes":[{"passage":1,"quote":""}]}]}""");
    public static readonly SaysRaw WrongTypes = new("Empty (wrong types)", """{"insufficient":"no","statements":{"text":1,"quotes":[[]]}}""");

    public static IReadOnlyList<SaysRaw> Empty { get; } = [Nothing, Blanks, EmptyObject, Null, NoStatements, EmptyStatement, WrongTypes];

    public string Name => name;

    public ModelReply Reply(PromptView prompt) => new(text, []);
}
