using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Cites the wrong passage: a true sentence over another passage's words, or under another passage's number, or one that does not exist.</summary>
internal sealed class QuotesWrongPassage : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt)
    {
        var others = prompt.Passages.Where(passage => !passage.Text.Contains(sentence.Text, StringComparison.Ordinal)).ToList();
        var unrelated = others.SelectMany(passage => Sentences.Of(passage.Text).Select(text => new ScriptedQuote(passage.Number, text)))
            .FirstOrDefault(quote => !Words.StemsOf(sentence.Text).IsSubsetOf(Words.StemsOf(quote.Quote)));
        if (unrelated is not null)
        {
            yield return Citing(sentence, unrelated, "quoted are other words of another passage");
        }

        if (others.Count > 0)
        {
            yield return Citing(sentence, new ScriptedQuote(others[0].Number, sentence.Text), "the quote stands in another passage than the one named")
                with { Text = Attribution.Introduce(others[0].Publisher ?? others[0].Title ?? "the document", others[0].Date, Words.Flat(sentence.Text)) };
        }

        yield return Citing(sentence, new ScriptedQuote(prompt.Passages.Count + 1, sentence.Text), "there is no passage of that number");
    }

    private static ScriptedStatement Citing(EvidenceSentence sentence, ScriptedQuote quote, string why) =>
        Quoting(sentence) with { Quotes = [quote], IsSupported = false, Why = why };
}
