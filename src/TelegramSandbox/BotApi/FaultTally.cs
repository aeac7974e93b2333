namespace TelegramSandbox.BotApi;

/// <summary>Counts what went wrong, and remembers which messages the bot does not know it has sent.</summary>
internal sealed class FaultTally
{
    private readonly Lock gate = new();
    private readonly int[] played = new int[Enum.GetValues<FaultKind>().Length];
    private readonly List<UnacknowledgedMessage> unacknowledged = [];
    private int repeatedUpdates;

    public FaultCounts Counts
    {
        get
        {
            lock (gate)
            {
                return new FaultCounts(
                    Of(FaultKind.TooManyRequests), Of(FaultKind.Error), Of(FaultKind.HtmlPage), Of(FaultKind.Hang),
                    Of(FaultKind.DropBefore), Of(FaultKind.DropAfter), Of(FaultKind.Delay), repeatedUpdates);
            }
        }
    }

    public IReadOnlyList<UnacknowledgedMessage> Unacknowledged
    {
        get
        {
            lock (gate)
            {
                return [.. unacknowledged];
            }
        }
    }

    public void Played(FaultKind kind)
    {
        lock (gate)
        {
            played[(int)kind]++;
        }
    }

    public void RepeatedUpdate()
    {
        lock (gate)
        {
            repeatedUpdates++;
        }
    }

    public void NotAcknowledged(UnacknowledgedMessage message)
    {
        lock (gate)
        {
            unacknowledged.Add(message);
        }
    }

    private int Of(FaultKind kind) => played[(int)kind];
}
