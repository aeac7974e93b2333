namespace CstoBot.Evaluation;

/// <summary>Decides whether an answer to a question is right.</summary>
internal static class Grader
{
    public static GradedQuestion Grade(GoldQuestion question, GivenAnswer answer) => new(question, answer, FaultOrNull(question, answer));

    private static string? FaultOrNull(GoldQuestion question, GivenAnswer answer) => question.Expectation switch
    {
        Expectation.Answer => AnswerFaultOrNull(question, answer),
        Expectation.Abstain => IsRightAbstention(question, answer) ? null : "answered an unanswerable question",
        Expectation.SmallTalk => StatusFaultOrNull(answer, AnswerStatus.SmallTalk),
        _ => StatusFaultOrNull(answer, AnswerStatus.Refused, AnswerStatus.Abstained),
    };

    private static string? AnswerFaultOrNull(GoldQuestion question, GivenAnswer answer)
    {
        if (StatusFaultOrNull(answer, AnswerStatus.Answered) is { } fault)
        {
            return fault;
        }

        var text = FoldedText.Of(answer.Text);
        if (!question.IsAnsweredBy(text))
        {
            return "facts missing";
        }

        if (question.MustNot.Any(pattern => pattern.IsIn(text)))
        {
            return "says what it must not";
        }

        var accepted = answer.Citations.Where(citation => question.Accepts(citation.Source)).ToList();
        var cited = question.Documents.Distinct().Count(name => accepted.Exists(citation => citation.Source.StartsWith(name, StringComparison.Ordinal)));
        if (cited < question.MinDocuments)
        {
            return "right document not cited";
        }

        return accepted.Exists(citation => question.HasEvidenceIn(citation.Quote))
            || question.IsAnsweredBy(FoldedText.Of(string.Join(' ', accepted.Select(citation => citation.Quote))))
            ? null
            : "cited quotes do not support it";
    }

    private static bool IsRightAbstention(GoldQuestion question, GivenAnswer answer)
    {
        var text = FoldedText.Of(answer.Text);
        return answer.Status == AnswerStatus.Abstained
            || (answer.Status == AnswerStatus.Answered && question.AlsoRight.Any(pattern => pattern.IsIn(text)));
    }

    private static string? StatusFaultOrNull(GivenAnswer answer, params ReadOnlySpan<AnswerStatus> right) =>
        right.Contains(answer.Status) ? null : $"status {answer.Status.ToString().ToLowerInvariant()}";
}

/// <summary>A question with the answer it got.</summary>
/// <param name="FaultOrNull">Why the answer is not right; null when it is.</param>
internal sealed record GradedQuestion(GoldQuestion Question, GivenAnswer Answer, string? FaultOrNull)
{
    public bool Passed => FaultOrNull is null;
}
