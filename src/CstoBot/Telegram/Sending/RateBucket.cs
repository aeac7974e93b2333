namespace CstoBot.Telegram.Sending;

/// <summary>A few at once after a rest, then one each interval. Knows no clock: the caller says what time it is.</summary>
/// <param name="burst">At least 1.</param>
/// <param name="interval">Zero: no limit.</param>
internal sealed class RateBucket(int burst, TimeSpan interval)
{
    // When the bucket is full again; each message moves it one interval on.
    private DateTimeOffset full = DateTimeOffset.MinValue;

    /// <summary>When the next may go: <paramref name="now"/> or later.</summary>
    /// <param name="kept">So many more could then go at once.</param>
    public DateTimeOffset Earliest(DateTimeOffset now, int kept = 0)
    {
        var wait = full - now - (interval * (burst - 1 - kept));
        return wait > TimeSpan.Zero ? now + wait : now;
    }

    public void Take(DateTimeOffset now) => full = (full > now ? full : now) + interval;

    public bool IsIdle(DateTimeOffset now) => full <= now;
}
