using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Quotes the whole of the right passage: for a sentence of it, and for its denial.</summary>
internal sealed class QuotesWholePassage : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt)
    {
        IReadOnlyList<ScriptedQuote> whole = [new(sentence.Passage.Number, sentence.Passage.Text)];
        if ((Negations.DroppedOrNull(sentence.Text) ?? Denial.OrNull(sentence.Text)) is { } denied)
        {
            yield return Quoting(sentence) with { Text = Words.Flat(denied), Quotes = whole, IsSupported = false, Why = "the sentence was denied, and the whole passage is quoted" };
        }

        yield return Quoting(sentence) with { Quotes = whole, Why = "a sentence of the passage, which is quoted as a whole", MayBeRefused = true };
    }
}
