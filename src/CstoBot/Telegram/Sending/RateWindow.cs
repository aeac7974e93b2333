namespace CstoBot.Telegram.Sending;

/// <summary>
/// At most so many in any period of that length, wherever within their calls Telegram counts them: a place is taken from the beginning of a
/// call until a period after its end. Knows no clock: the caller says what time it is.
/// </summary>
/// <param name="count">0: no limit.</param>
internal sealed class RateWindow(int count, TimeSpan period)
{
    // When all places are taken by calls that last, nobody knows for how long.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    private readonly Queue<DateTimeOffset> ended = new();
    private int underWay;

    /// <summary>When the next may begin: <paramref name="now"/> or later.</summary>
    /// <param name="kept">So many more could then begin at once.</param>
    public DateTimeOffset Earliest(DateTimeOffset now, int kept = 0)
    {
        while (ended.TryPeek(out var oldest) && oldest + period <= now)
        {
            ended.Dequeue();
        }

        var tooMany = underWay + ended.Count - (count - kept);
        return count == 0 || tooMany < 0 ? now
            : tooMany < ended.Count ? ended.ElementAt(tooMany) + period
            : now + LookAgain;
    }

    public void Begin() => underWay++;

    public void End(DateTimeOffset now)
    {
        underWay--;
        if (count > 0)
        {
            ended.Enqueue(now);
        }
    }

    public bool IsIdle(DateTimeOffset now) => Earliest(now) == now && ended.Count == 0 && underWay == 0;
}
