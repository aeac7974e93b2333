using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Does not stop: one statement of about a million characters, or tens of thousands of small ones.</summary>
internal sealed class Huge(bool inOneStatement) : AnswerPersona
{
    private const int Characters = 1_000_000;

    public override string Name => inOneStatement ? "Huge (one statement)" : "Huge (many statements)";

    protected override ModelReply Answer(PromptView prompt)
    {
        if (EvidenceSentence.Rank(prompt) is not [var sentence, ..])
        {
            return Say([]);
        }

        var one = Quoting(sentence) with { Text = "word", IsSupported = false, Why = "words without end" };
        return inOneStatement
            ? Say([one with { Text = string.Concat(Enumerable.Repeat("word ", Characters / 5)) }])
            : Say([.. Enumerable.Repeat(one, Math.Max(1, Characters / (sentence.Text.Length + 60)))]);
    }
}
