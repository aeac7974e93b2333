using CstoBot.Answering;

namespace CstoBot.Evaluation;

/// <summary>What was replied to a question, as far as it is graded.</summary>
/// <param name="Text">Without the list of sources.</param>
/// <param name="Confidence">0 to 1; 0 when the status is not <see cref="AnswerStatus.Answered"/>.</param>
internal sealed record GivenAnswer(AnswerStatus Status, string Text, IReadOnlyList<GivenCitation> Citations, double Confidence, TimeSpan Elapsed)
{
    public static GivenAnswer From(AnswerOutcome outcome, TimeSpan elapsed) => outcome switch
    {
        AnswerOutcome.Answered { Answer: var answer } => new GivenAnswer(
            AnswerStatus.Answered,
            answer.Text,
            answer.Citations.Select(citation => new GivenCitation(citation.Number, citation.Source, citation.Quote, citation.Start, citation.Length)).ToList(),
            answer.Confidence,
            elapsed),
        AnswerOutcome.Abstained => new GivenAnswer(AnswerStatus.Abstained, outcome.Text, [], 0, elapsed),
        AnswerOutcome.SmallTalk => new GivenAnswer(AnswerStatus.SmallTalk, outcome.Text, [], 0, elapsed),
        AnswerOutcome.Refused => new GivenAnswer(AnswerStatus.Refused, outcome.Text, [], 0, elapsed),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}

/// <summary>A citation of a given answer.</summary>
/// <param name="Number">Its marker in the text.</param>
/// <param name="Source">The document's file name.</param>
/// <param name="Start">In UTF-16 code units into the document's text.</param>
/// <param name="Length">In UTF-16 code units.</param>
internal sealed record GivenCitation(int Number, string Source, string Quote, int Start, int Length);

/// <summary>The kinds of reply.</summary>
internal enum AnswerStatus
{
    Answered,
    Abstained,
    SmallTalk,
    Refused,
}
