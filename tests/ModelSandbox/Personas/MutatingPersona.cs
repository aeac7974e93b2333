using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>A persona that takes the best sentences and says something else. Where nothing can be made of any, it says "insufficient".</summary>
internal abstract class MutatingPersona : AnswerPersona
{
    private const int MaxStatements = 3;

    protected sealed override ModelReply Answer(PromptView prompt) =>
        Say([.. EvidenceSentence.Rank(prompt).SelectMany(sentence => Mutate(sentence, prompt)).DistinctBy(statement => statement.Text).Take(MaxStatements)]);

    /// <summary>What can be made of a sentence; what might be true all the same is left out.</summary>
    protected abstract IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt);

    /// <summary>Another text over the sentence's own quote. Nothing where the text is the same.</summary>
    protected static IEnumerable<ScriptedStatement> False(EvidenceSentence sentence, string? text, string why)
    {
        if (text is not null && Words.Flat(text) != Words.Flat(sentence.Text))
        {
            yield return Quoting(sentence) with { Text = Words.Flat(text), IsSupported = false, Why = why };
        }
    }
}
