namespace CstoBot.Telegram.Sending;

/// <summary>At most so many in any period of that length. Knows no clock: the caller says what time it is.</summary>
/// <param name="count">0: no limit.</param>
internal sealed class RateWindow(int count, TimeSpan period)
{
    private readonly Queue<DateTimeOffset> taken = new();

    /// <summary>When the next may go: <paramref name="now"/> or later.</summary>
    public DateTimeOffset Earliest(DateTimeOffset now)
    {
        while (taken.TryPeek(out var oldest) && oldest + period <= now)
        {
            taken.Dequeue();
        }

        return count == 0 || taken.Count < count ? now : taken.Peek() + period;
    }

    public void Take(DateTimeOffset now)
    {
        if (count > 0)
        {
            taken.Enqueue(now);
        }
    }

    public bool IsIdle(DateTimeOffset now) => Earliest(now) == now && taken.Count == 0;
}
