using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>A persona whose character shows in its answers; questions it leaves as they are, and as a judge it takes everything for supported.</summary>
internal abstract class AnswerPersona : IModelPersona
{
    public virtual string Name => GetType().Name;

    public ModelReply Reply(PromptView prompt) => prompt.Kind switch
    {
        PromptKind.Answer => Answer(prompt),
        PromptKind.StandaloneQuestion => new ModelReply(AnswerJson.StandaloneQuestion(prompt.Question, []), []),
        PromptKind.Entailment => new ModelReply(AnswerJson.Entailment(Judge(prompt.Statement, prompt.Quote)), []),
        _ => new ModelReply("I can only answer from passages.", []),
    };

    protected abstract ModelReply Answer(PromptView prompt);

    protected virtual bool Judge(string statement, string quote) => true;

    protected static ModelReply Say(IReadOnlyList<ScriptedStatement> statements) => new(AnswerJson.Answer(statements), statements);

    /// <summary>The sentence as it stands, quoted.</summary>
    protected static ScriptedStatement Quoting(EvidenceSentence sentence) =>
        new(Words.Flat(sentence.Text), [new ScriptedQuote(sentence.Passage.Number, sentence.Text)], IsSupported: true, "the quoted sentence itself");
}
