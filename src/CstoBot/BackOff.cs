namespace CstoBot;

/// <summary>How long to wait before trying again: twice as long each time, up to half a minute, and never all at once.</summary>
internal static class BackOff
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="failures">How often it has failed in a row, from 1.</param>
    /// <param name="jitter">0 to 1; spreads those who failed together.</param>
    public static TimeSpan After(int failures, double jitter)
    {
        var doubled = TimeSpan.FromMilliseconds(500 * Math.Pow(2, Math.Clamp(failures - 1, 0, 10)));
        var full = doubled < Longest ? doubled : Longest;
        return full * (0.5 + (jitter / 2));
    }

    public static Task DelayAsync(this TimeProvider time, int failures, CancellationToken cancellationToken) =>
        Task.Delay(After(failures, Random.Shared.NextDouble()), time, cancellationToken);
}
