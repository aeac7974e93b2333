using CstoBot.Evaluation;
using Xunit;

namespace CstoBot.Tests.Evaluation;

public sealed class CalibrationTests
{
    [Fact]
    public void The_expected_error_weighs_the_bins_by_their_answers()
    {
        var calibration = Calibration.Of([Answer(0.95, right: true), Answer(0.95, right: true), Answer(0.95, right: false), Answer(0.25, right: false)]);

        Assert.Equal((3, 1), (calibration.Bins[9].Count, calibration.Bins[2].Count));
        Assert.Equal(2.0 / 3, calibration.Bins[9].ShareRight, precision: 9);
        Assert.Equal(((3 * (0.95 - (2.0 / 3))) + 0.25) / 4, calibration.ExpectedErrorOrNull!.Value, precision: 9);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.0999, 1)]
    [InlineData(0.1, 1)]
    [InlineData(0.29, 2)]
    [InlineData(0.3, 3)]
    [InlineData(0.69999999999, 7)]
    [InlineData(0.7, 7)]
    [InlineData(1, 9)]
    public void A_bin_holds_its_lower_end_as_it_is_shown_and_the_last_one_holds_1(double confidence, int bin)
    {
        var calibration = Calibration.Of([Answer(confidence, right: true)]);

        Assert.Equal(bin, calibration.Bins.Index().Single(item => item.Item.Count == 1).Index);
    }

    [Fact]
    public void Who_abstains_claims_nothing()
    {
        var calibration = Calibration.Of(GradedAnswers.Graded.Where(graded => graded.Answer.Status != AnswerStatus.Answered));

        Assert.Null(calibration.ExpectedErrorOrNull);
        Assert.All(calibration.Bins, bin => Assert.Equal(0, bin.Count));
    }

    private static GradedQuestion Answer(double confidence, bool right)
    {
        var some = GradedAnswers.Graded[0];
        return some with { Answer = some.Answer with { Confidence = confidence }, FaultOrNull = right ? null : "wrong" };
    }
}
