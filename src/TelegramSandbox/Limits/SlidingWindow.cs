namespace TelegramSandbox.Limits;

/// <summary>At most so many within any span of this length.</summary>
internal sealed class SlidingWindow(int most, TimeSpan length)
{
    private readonly Queue<DateTimeOffset> taken = [];

    /// <returns>Zero when there is room now.</returns>
    public TimeSpan Wait(DateTimeOffset now)
    {
        while (taken.TryPeek(out var first) && first + length <= now)
        {
            taken.Dequeue();
        }

        return taken.Count < most ? TimeSpan.Zero : taken.Peek() + length - now;
    }

    public void Take(DateTimeOffset now) => taken.Enqueue(now);
}
