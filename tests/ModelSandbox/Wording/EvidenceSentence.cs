using ModelSandbox.Prompts;

namespace ModelSandbox.Wording;

/// <summary>A sentence of a passage and how well it fits the question.</summary>
/// <param name="Text">Verbatim.</param>
/// <param name="Score">Words that it shares with the question.</param>
internal sealed record EvidenceSentence(ShownPassage Passage, string Text, int Score)
{
    public bool IsRussian => Words.IsRussian(Text);

    /// <summary>All sentences of the passages, those that share most words with the question first.</summary>
    public static IReadOnlyList<EvidenceSentence> Rank(PromptView prompt)
    {
        var asked = Words.StemsOf(prompt.Question);
        return
        [
            .. prompt.Passages
                .SelectMany(passage => Sentences.Of(passage.Text)
                    .Select(sentence => new EvidenceSentence(passage, sentence, Words.StemsOf(sentence).Count(asked.Contains))))
                .OrderByDescending(sentence => sentence.Score),
        ];
    }
}
