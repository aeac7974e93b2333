using System.Text.RegularExpressions;
using CstoBot.Evaluation;
using CstoBot.Evaluation.Html;
using Xunit;

namespace CstoBot.Tests.Evaluation;

public sealed partial class ReportPageTests
{
    private const string Hostile = "</title></style><script>alert('x')</script>&\" onload=\"x\uD800\0";

    [Fact]
    public void Everything_from_data_is_escaped()
    {
        var page = ReportPage.Render(Report(HostileQuestion()), _ => [new RetrievedPassage(Hostile, 1, Hostile, HoldsAnswer: true)]);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert('x')", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onload", page, StringComparison.Ordinal);
        Assert.Equal(Opened(page).Order(), Closed(page).Order());
    }

    [Fact]
    public void A_failing_question_shows_why_what_was_given_expected_and_retrieved()
    {
        var failing = GradedAnswers.Graded.Single(graded => graded.Question.Id == "wrong");

        var page = ReportPage.Render(Report(failing), _ => [new RetrievedPassage("000_a.txt", 3.14159, "Some passage.", HoldsAnswer: true)]);

        Assert.Contains("facts missing", page, StringComparison.Ordinal);
        Assert.Contains("determined by the countries", page, StringComparison.Ordinal);
        Assert.Contains("negotiation</code>", page, StringComparison.Ordinal);
        Assert.Contains("3.14</span> <mark>holds the answer</mark>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_right_answer_is_not_listed()
    {
        var page = ReportPage.Render(Report(GradedAnswers.Graded[0]), _ => throw new InvalidOperationException("nothing to retrieve"));

        Assert.Contains("0 failing", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_needs_nothing_from_elsewhere()
    {
        var page = ReportPage.Render(Report([.. GradedAnswers.Graded]), _ => []);

        Assert.DoesNotMatch(Reference(), page);
    }

    private static EvaluationReport Report(params IReadOnlyList<GradedQuestion> graded) => EvaluationReport.Of("v1", graded, GradedAnswers.Documents);

    private static GradedQuestion HostileQuestion()
    {
        var some = GradedAnswers.Graded.Single(graded => graded.Question.Id == "wrong");
        return some with
        {
            Question = some.Question with
            {
                Id = Hostile,
                Type = Hostile,
                Gold = Hostile,
                Documents = [Hostile],
                Quotes = [Hostile],
                Must = [[new GoldPattern("<script>z")]],
                Conversation = new(Hostile, [Hostile]),
            },
            Answer = some.Answer with { Text = Hostile, Citations = [new GivenCitation(1, Hostile, Hostile, 0, 1)] },
            FaultOrNull = Hostile,
        };
    }

    private static IEnumerable<string> Opened(string page) =>
        Opening().Matches(page).Select(match => match.Groups[1].Value).Where(name => name is not ("meta" or "line" or "rect"));

    private static IEnumerable<string> Closed(string page) => Closing().Matches(page).Select(match => match.Groups[1].Value);

    [GeneratedRegex("<([a-z][a-z0-9]*)")]
    private static partial Regex Opening();

    [GeneratedRegex("</([a-z][a-z0-9]*)>")]
    private static partial Regex Closing();

    [GeneratedRegex(@"\bsrc=|href=""[^#]|url\(|@import|<link")]
    private static partial Regex Reference();
}
