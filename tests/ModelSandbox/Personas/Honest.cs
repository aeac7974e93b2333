using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>
/// Answers with the sentences that share most words with the question, reworded as its manner allows, and says "insufficient" where
/// nothing shares any. All that it says is supported.
/// </summary>
/// <param name="manner">Null where a sentence cannot be reworded so; then it is said as it stands.</param>
internal sealed class Honest(string name, Func<EvidenceSentence, string?> manner) : AnswerPersona
{
    private const int MaxStatements = 3;

    public static readonly Honest Verbatim = new("Honest", _ => null);
    public static readonly Honest Shortening = new("Honest.Shortening", sentence => Wording.Shortening.OrNull(sentence.Text));
    public static readonly Honest Attributing = new("Honest.Attributing", sentence => Attribution.OrNull(sentence.Text, sentence.Passage));
    public static readonly Honest Heading = new("Honest.Heading", sentence => Attribution.HeadedOrNull(sentence.Text, sentence.Passage));
    public static readonly Honest DateFronting = new("Honest.DateFronting", sentence => Wording.DateFronting.OrNull(sentence.Text));
    public static readonly Honest Abbreviating = new("Honest.Abbreviating", sentence => AbbreviationSwap.OrNull(sentence.Text, sentence.Passage.Text));

    public static IReadOnlyList<Honest> Manners { get; } = [Verbatim, Shortening, Attributing, Heading, DateFronting, Abbreviating];

    public override string Name => name;

    protected override ModelReply Answer(PromptView prompt)
    {
        var ranked = EvidenceSentence.Rank(prompt).Where(sentence => sentence.Score > 0).ToList();
        var enough = Math.Max(1, ranked.Select(sentence => sentence.Score).FirstOrDefault() - 1);
        return Say(
        [
            .. ranked.Where(sentence => sentence.Score >= enough)
                .Select(State)
                .DistinctBy(statement => statement.Text)
                .Where(statement => !prompt.Refused.Any(refused => refused.Contains(statement.Text, StringComparison.Ordinal)))
                .Take(MaxStatements),
        ]);
    }

    /// <summary>Supported when no word of meaning, and no negation, is missing from the quote.</summary>
    protected override bool Judge(string statement, string quote) =>
        Words.StemsOf(statement).IsSubsetOf(Words.StemsOf(quote)) && Negations.CountIn(statement) == Negations.CountIn(quote);

    private ScriptedStatement State(EvidenceSentence sentence) => manner(sentence) is { } said
        ? Quoting(sentence) with { Text = Words.Flat(said), Why = name }
        : Quoting(sentence);
}
