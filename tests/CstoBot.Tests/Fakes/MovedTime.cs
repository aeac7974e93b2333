namespace CstoBot.Tests.Fakes;

/// <summary>A clock that goes on as it does, from the moment it is put to; timers and durations are real.</summary>
internal sealed class MovedTime : TimeProvider
{
    private long offset;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));

    public void MoveTo(DateTimeOffset moment) => Interlocked.Exchange(ref offset, (moment - base.GetUtcNow()).Ticks);
}
