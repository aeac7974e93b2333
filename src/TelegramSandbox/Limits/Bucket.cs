namespace TelegramSandbox.Limits;

/// <summary>A burst at once, then so many a second.</summary>
internal sealed class Bucket(int burst, int perSecond)
{
    private double tokens = burst;
    private DateTimeOffset? last;

    /// <returns>Zero when there is room now.</returns>
    public TimeSpan Wait(DateTimeOffset now)
    {
        tokens = Math.Min(burst, tokens + ((now - (last ?? now)).TotalSeconds * perSecond));
        last = now;
        return tokens >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - tokens) / perSecond);
    }

    /// <summary>Call after <see cref="Wait"/> returned zero.</summary>
    public void Take(DateTimeOffset now)
    {
        last = now;
        tokens--;
    }
}
