using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Says the same true sentence fifty times over.</summary>
internal sealed class Repeats : AnswerPersona
{
    private const int Times = 50;

    protected override ModelReply Answer(PromptView prompt) => EvidenceSentence.Rank(prompt) is [var sentence, ..]
        ? Say([Quoting(sentence), .. Enumerable.Repeat(Quoting(sentence) with { Why = "said before", MayBeRefused = true }, Times - 1)])
        : Say([]);
}
