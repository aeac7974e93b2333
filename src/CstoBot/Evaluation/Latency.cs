namespace CstoBot.Evaluation;

/// <summary>How long answers took. Percentiles are nearest-rank: times that really occurred.</summary>
internal sealed record Latency(TimeSpan Median, TimeSpan Percentile99)
{
    /// <param name="times">Not empty.</param>
    public static Latency Of(IEnumerable<TimeSpan> times)
    {
        var ordered = times.Order().ToList();
        return new Latency(Percentile(ordered, 50), Percentile(ordered, 99));
    }

    private static TimeSpan Percentile(List<TimeSpan> ordered, int percent) =>
        ordered[Math.Max(0, (int)Math.Ceiling(percent * ordered.Count / 100.0) - 1)];
}
