using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Quotes what stands nowhere: a sentence with its opposite verb, a denied one, or two halves stitched together.</summary>
internal sealed class InventsQuotes : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt)
    {
        string?[] inventions = [OppositeVerbs.ReplacedOrNull(sentence.Text), Negations.DroppedOrNull(sentence.Text), StitchedOrNull(sentence, prompt)];
        return inventions
            .OfType<string>()
            .Where(invention => !prompt.Passages.Any(passage => passage.Text.Contains(invention, StringComparison.OrdinalIgnoreCase)))
            .Select(invention => new ScriptedStatement(
                Words.Flat(invention), [new ScriptedQuote(sentence.Passage.Number, invention)], IsSupported: false, "the quote stands nowhere"));
    }

    private static string? StitchedOrNull(EvidenceSentence sentence, PromptView prompt)
    {
        var other = EvidenceSentence.Rank(prompt).FirstOrDefault(other => other.Text != sentence.Text && other.IsRussian == sentence.IsRussian);
        return other is null ? null : $"{Half(sentence.Text, first: true)} {Half(other.Text, first: false)}";
    }

    private static string Half(string sentence, bool first)
    {
        var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', first ? words[..(words.Length / 2)] : words[(words.Length / 2)..]);
    }
}
