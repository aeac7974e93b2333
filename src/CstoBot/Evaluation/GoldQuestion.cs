using CstoBot.Conversations;

namespace CstoBot.Evaluation;

/// <summary>A question whose right answer is known, and what an answer must be like to count as right.</summary>
/// <param name="Id">Unique in its file.</param>
/// <param name="Type">The kind of question, by which the results are grouped.</param>
/// <param name="Gold">The right answer in words, for a person to read; empty when there is none to give.</param>
/// <param name="Must">Every group must be found in the text, by any one of its patterns.</param>
/// <param name="MustNot">None may be found in the text.</param>
/// <param name="Documents">The acceptable documents, each by its file name or the beginning of it.</param>
/// <param name="MinDocuments">How many of them must be cited.</param>
/// <param name="Quotes">The passages of the documents that hold the answer.</param>
/// <param name="AlsoRight">Where an abstention is expected: an answer is right as well when its text holds one of these, for example the correction of a false premise.</param>
internal sealed record GoldQuestion(
    string Id,
    string Type,
    Conversation Conversation,
    Expectation Expectation,
    string Gold,
    IReadOnlyList<IReadOnlyList<GoldPattern>> Must,
    IReadOnlyList<GoldPattern> MustNot,
    IReadOnlyList<string> Documents,
    int MinDocuments,
    IReadOnlyList<string> Quotes,
    IReadOnlyList<GoldPattern> AlsoRight)
{
    /// <summary>Whether the text holds one pattern of every group.</summary>
    public bool IsAnsweredBy(string foldedText) => Must.All(group => group.Any(pattern => pattern.IsIn(foldedText)));

    /// <summary>Whether a document is one of the acceptable ones.</summary>
    public bool Accepts(string document) => Documents.Any(name => document.StartsWith(name, StringComparison.Ordinal));

    /// <summary>Whether a text overlaps a passage that holds the answer: one contains the other.</summary>
    public bool HasEvidenceIn(string text)
    {
        var folded = FoldedText.Of(text);
        return folded.Length > 0 && Quotes.Select(FoldedText.Of).Any(gold =>
            gold.Contains(folded, StringComparison.Ordinal) || folded.Contains(gold, StringComparison.Ordinal));
    }
}

/// <summary>What the right reaction to a question is.</summary>
internal enum Expectation
{
    Answer,
    Abstain,
    SmallTalk,

    /// <summary>A refusal; an abstention is as good.</summary>
    Refuse,
}
