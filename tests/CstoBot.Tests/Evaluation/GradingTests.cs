using System.Globalization;
using CstoBot.Evaluation;
using Xunit;

namespace CstoBot.Tests.Evaluation;

public sealed class GradingTests
{
    public static TheoryData<string> FigureNames => [.. Figures.Names(GradedAnswers.Graded.Select(graded => graded.Question))];

    public static TheoryData<string> Ids => [.. GradedAnswers.Graded.Select(graded => graded.Question.Id)];

    [Theory]
    [MemberData(nameof(FigureNames))]
    public void A_figure_equals_that_of_the_reference_implementation(string name)
    {
        var figure = Figures.Of(GradedAnswers.Graded, GradedAnswers.Documents).Single(figure => figure.Name == name);

        Assert.Equal(GradedAnswers.Expected[name], figure.Value?.ToString("F3", CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_answer_is_right_or_wrong_for_the_reason_of_the_reference_implementation(string id)
    {
        var graded = GradedAnswers.Graded.Single(graded => graded.Question.Id == id);

        Assert.Equal(GradedAnswers.Expected[id], graded.FaultOrNull ?? "right");
        Assert.All(graded.Answer.Citations, citation => Assert.Equal(
            GradedAnswers.Expected[$"verbatim {id} {citation.Number}"] == "true", CitationGrader.IsVerbatim(citation, GradedAnswers.Documents)));
    }

    [Fact]
    public void A_quote_that_cuts_a_character_in_two_is_not_verbatim()
    {
        var documents = new Dictionary<string, string> { ["a.txt"] = "ab🤝cd" };

        Assert.True(CitationGrader.IsVerbatim(new GivenCitation(1, "a.txt", "b🤝", 1, 3), documents));
        Assert.False(CitationGrader.IsVerbatim(new GivenCitation(1, "a.txt", "b\uD83E", 1, 2), documents));
        Assert.False(CitationGrader.IsVerbatim(new GivenCitation(1, "a.txt", "\uDD1Dc", 3, 2), documents));
    }

    [Fact]
    public void A_quote_that_ends_behind_its_document_is_not_verbatim() =>
        Assert.False(CitationGrader.IsVerbatim(new GivenCitation(1, "a.txt", "cd", 2, 3), new Dictionary<string, string> { ["a.txt"] = "abcd" }));

    [Fact]
    public void A_document_may_be_named_by_its_whole_name()
    {
        var question = QuestionFile.Parse(["""{"id":"a","type":"t","question":"q","expect":"answer","must":[["x"]],"docs":["report.txt"],"quote":"x"}"""])[0];

        Assert.True(question.Accepts("report.txt"));
        Assert.False(question.Accepts("reports.txt"));
    }

    [Fact]
    public void What_there_is_nothing_to_count_for_has_no_value()
    {
        var figures = Figures.Of(GradedAnswers.Graded.Where(graded => graded.Question.Type == "chitchat").ToList(), GradedAnswers.Documents);

        Assert.Equal(["abstain_recall", "false_abstain", "cite_precision", "cite_recall", "brevity"], figures.Where(figure => figure.Value is null).Select(figure => figure.Name));
        Assert.All(figures.Where(figure => figure.Value is null), figure => Assert.False(new Minimum(figure.Name, 0).IsMetBy(figure)));
    }
}
