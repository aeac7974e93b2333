namespace CstoBot.Evaluation;

/// <summary>How well the confidence of answers tells how many of them are right.</summary>
/// <param name="Bins">Ten, each a tenth of the range from 0 to 1.</param>
/// <param name="ExpectedErrorOrNull">
/// The expected calibration error (Guo et al., "On Calibration of Modern Neural Networks", 2017): the distance between mean confidence and
/// share right, averaged over the answers. Null when nothing was answered.
/// </param>
internal sealed record Calibration(IReadOnlyList<CalibrationBin> Bins, double? ExpectedErrorOrNull)
{
    private const int BinCount = 10;

    /// <summary>Only answers count: who abstains claims nothing.</summary>
    public static Calibration Of(IEnumerable<GradedQuestion> graded)
    {
        var answered = graded.Where(item => item.Answer.Status == AnswerStatus.Answered).ToLookup(item => BinOf(item.Answer.Confidence));
        var bins = Enumerable.Range(0, BinCount).Select(number => Bin(number, answered[number].ToList())).ToList();
        var count = bins.Sum(bin => bin.Count);
        return new Calibration(bins, count == 0 ? null : bins.Sum(bin => bin.Count * Math.Abs(bin.ShareRight - bin.MeanConfidence)) / count);
    }

    // Rounded as confidence is shown, so that 0.7 falls into the bin that begins with it.
    private static int BinOf(double confidence) => Math.Clamp((int)Math.Floor(Math.Round(confidence, 3) * BinCount), 0, BinCount - 1);

    private static CalibrationBin Bin(int number, IReadOnlyList<GradedQuestion> answered) => new(
        (double)number / BinCount,
        (double)(number + 1) / BinCount,
        answered.Count,
        answered.Count == 0 ? 0 : answered.Average(item => item.Answer.Confidence),
        answered.Count == 0 ? 0 : (double)answered.Count(item => item.Passed) / answered.Count);
}

/// <summary>The answers given with a confidence of at least <paramref name="From"/> and below <paramref name="To"/>; the last bin holds 1 as well.</summary>
/// <param name="MeanConfidence">0 when the bin is empty.</param>
/// <param name="ShareRight">0 when the bin is empty.</param>
internal sealed record CalibrationBin(double From, double To, int Count, double MeanConfidence, double ShareRight);
