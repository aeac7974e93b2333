namespace TelegramSandbox;

/// <summary>
/// What goes wrong by chance, with any call of the bot and with the delivery of updates. Of the calls that go wrong
/// each kind of fault gets the same share: 429 with seconds to wait, 500, a 502 as a page of HTML, a call that hangs
/// and is never carried out, a connection broken before the call is carried out, and one broken after.
/// </summary>
/// <param name="Seed">The same seed draws the same faults in the same order.</param>
public sealed record ChanceFaults(int Seed)
{
    /// <summary>The share of calls that go wrong, 0 to 1; getUpdates too.</summary>
    public double Calls { get; init; }

    /// <summary>
    /// The share of updates, 0 to 1, delivered twice under the same update id: half of them in the same batch, half
    /// in the next one after the bot has confirmed them.
    /// </summary>
    public double RepeatedUpdates { get; init; }

    /// <summary>429 asks for 1 to this many seconds.</summary>
    public int LongestRetryAfterSeconds { get; init; } = 3;

    /// <summary>How long a call hangs before its connection breaks.</summary>
    public TimeSpan HangsFor { get; init; } = TimeSpan.FromSeconds(3);
}

/// <summary>How often each fault was played, whether queued or by chance.</summary>
/// <param name="TooManyRequests">429 out of the blue; not those of the rate limits.</param>
/// <param name="Errors">Any other refusal, for example 500.</param>
/// <param name="Hanging">The connection broke after a time in which nothing was done.</param>
/// <param name="DroppedBefore">The connection broke before the call was carried out.</param>
/// <param name="DroppedAfter">The call was carried out, and then the connection broke.</param>
/// <param name="RepeatedUpdates">Updates handed out a second time.</param>
public sealed record FaultCounts(
    int TooManyRequests, int Errors, int HtmlPages, int Hanging, int DroppedBefore, int DroppedAfter, int Delays, int RepeatedUpdates)
{
    /// <summary>All calls that went wrong; repeated updates are no calls.</summary>
    public int Calls => TooManyRequests + Errors + HtmlPages + Hanging + DroppedBefore + DroppedAfter + Delays;
}

/// <summary>A message that was put into its chat although the bot never learned it.</summary>
/// <param name="IsInjected">A fault broke the connection; false when the bot itself was gone before the answer, as when its process was killed.</param>
public sealed record UnacknowledgedMessage(long ChatId, int MessageId, bool IsInjected);
