namespace TelegramSandbox.BotApi;

/// <summary>Draws the faults that come by chance; the same seed draws the same ones.</summary>
internal sealed class FaultDice
{
    private readonly Lock gate = new();
    private ChanceFaults chances = new(0);
    private Random calls = new(0);
    private Random updates = new(0);

    public void Load(ChanceFaults faults)
    {
        lock (gate)
        {
            chances = faults;
            calls = new Random(faults.Seed);

            // Apart, so that how many updates there are does not change which calls fail.
            updates = new Random(faults.Seed + 1);
        }
    }

    public Fault? CallOrNull()
    {
        lock (gate)
        {
            return chances.Calls > 0 && calls.NextDouble() < chances.Calls ? Drawn() : null;
        }
    }

    public Repeat Update()
    {
        lock (gate)
        {
            return chances.RepeatedUpdates > 0 && updates.NextDouble() < chances.RepeatedUpdates
                ? updates.Next(2) == 0 ? Repeat.InSameBatch : Repeat.Later
                : Repeat.None;
        }
    }

    private Fault Drawn() => calls.Next(6) switch
    {
        0 => Fault.TooManyRequests(null, calls.Next(1, chances.LongestRetryAfterSeconds + 1)),
        1 => Fault.Error(null, 500, "Internal Server Error"),
        2 => Fault.HtmlPage(null, 502),
        3 => Fault.Hang(null, chances.HangsFor),
        4 => Fault.DropBefore(null),
        _ => Fault.DropAfter(null),
    };
}

/// <summary>Whether an update is delivered a second time.</summary>
internal enum Repeat
{
    None,
    InSameBatch,

    /// <summary>After the bot has confirmed it.</summary>
    Later,
}
