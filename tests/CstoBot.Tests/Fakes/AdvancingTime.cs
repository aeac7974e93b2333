using Microsoft.Extensions.Time.Testing;

namespace CstoBot.Tests.Fakes;

/// <summary>A clock on which nobody has to wait: whoever waits on it moves it on.</summary>
internal sealed class AdvancingTime : TimeProvider
{
    private readonly FakeTimeProvider clock = new(Some.Time);

    /// <summary>Nobody waits longer than this; what is set for later does not come to pass.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.MaxValue;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= Patience)
        {
            clock.Advance(dueTime);
        }

        return timer;
    }
}
