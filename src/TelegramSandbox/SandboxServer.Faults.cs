namespace TelegramSandbox;

/// <content>Things going wrong.</content>
public sealed partial class SandboxServer
{
    /// <summary>How often each fault was played so far.</summary>
    public FaultCounts PlayedFaults => world.Faults.Counts;

    /// <summary>Messages and edits refused with 429 because they came faster than the limits allow.</summary>
    public int RefusedByLimits => Read(() => world.Limiter.Refused);

    /// <summary>Messages that were carried out although the bot got no answer: those it may rightly send again.</summary>
    public IReadOnlyList<UnacknowledgedMessage> Unacknowledged => world.Faults.Unacknowledged;

    /// <summary>Lets calls of the bot go wrong.</summary>
    public void Fail(Fault fault) => faults.Add(fault);

    /// <summary>Lets calls and deliveries go wrong by chance from now on; queued faults come first. Replaces what was set before.</summary>
    public void FailByChance(ChanceFaults chances) => world.Dice.Load(chances);
}
