using System.Globalization;
using Xunit;

namespace CstoBot.Evaluation.Tests;

/// <summary>How good answers from the shipped documents have to stay.</summary>
public sealed class AnswerQualityTests(ShippedDocuments shipped)
{
    /// <summary>
    /// The figure, what was reached when the floor was set, the floor: about one question below it. Raise both when the answers get better;
    /// of false_abstain less is better.
    /// </summary>
    public static TheoryData<string, double, double> Floors => new()
    {
        //  figure                   reached   floor
        { "accuracy",                 0.898,   0.88 },
        { "accuracy.chitchat",        1.000,   1.00 },
        { "accuracy.cross",           0.833,   0.66 },
        { "accuracy.fact",            0.968,   0.95 },
        { "accuracy.followup",        0.800,   0.65 },
        { "accuracy.list",            0.833,   0.65 },
        { "accuracy.paraphrase",      0.824,   0.75 },
        { "accuracy.russian",         0.941,   0.88 },
        { "accuracy.temporal",        0.667,   0.65 },
        { "accuracy.unanswerable",    0.913,   0.90 },
        { "abstain_recall",           0.913,   0.90 },
        { "false_abstain",            0.045,   0.06 },
        { "verbatim",                 1.000,   1.00 },
        { "cite_precision",           0.887,   0.86 },
        { "cite_recall",              1.000,   1.00 },
        { "brevity",                  0.964,   0.95 },
    };

    [Theory]
    [MemberData(nameof(Floors))]
    public void A_figure_does_not_fall_below_its_floor(string name, double reached, double floor)
    {
        var figure = shipped.Report.Figure(name);

        Assert.True(new Minimum(name, floor).IsMetBy(figure), Explain(figure, reached, floor));
    }

    [Fact]
    public void Every_figure_has_a_floor() => Assert.Equal(shipped.Report.Figures.Select(figure => figure.Name), Floors.Select(row => row.Data.Item1));

    private string Explain(Figure figure, double reached, double floor) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {figure.Name} is {figure.Value:F3}; the floor is {floor:F2}, {reached:F3} was reached once. Failing:
        {string.Join(Environment.NewLine, shipped.Report.Failing.Where(Concerns(figure.Name)).Select(Line))}
        """);

    /// <summary>The failing questions of the figure's type; all of them when it is of no type.</summary>
    private static Func<GradedQuestion, bool> Concerns(string figure) =>
        figure.Split('.') is [_, var type] ? graded => graded.Question.Type == type : _ => true;

    private static string Line(GradedQuestion graded) => $"{graded.Question.Id,-10} {graded.FaultOrNull,-34} {graded.Question.Conversation.Question}";
}
