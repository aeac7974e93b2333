namespace CstoBot.Telegram.Receiving;

/// <summary>
/// Of two programs that receive one bot's messages the later one gives way. Telegram tells both of the conflict alike;
/// the earlier one knows itself by having been undisturbed for a while.
/// </summary>
internal sealed class ConflictWatch(DateTimeOffset started)
{
    // A restarted bot meets its former self for a moment; a second one stays.
    private const int NewcomersPatience = 5;
    private const int HoldersPatience = 30;

    // Far longer than two programs need to disturb each other, which is about a second.
    private static readonly TimeSpan Undisturbed = TimeSpan.FromSeconds(10);

    private DateTimeOffset last = started;
    private bool isHolder;
    private int conflicts;

    /// <summary>Counts a conflict.</summary>
    /// <returns>True when it is time to stop.</returns>
    public bool ShouldGiveWay(DateTimeOffset now)
    {
        if (now - last >= Undisturbed)
        {
            (isHolder, conflicts) = (true, 0);
        }

        last = now;
        conflicts++;
        return conflicts >= (isHolder ? HoldersPatience : NewcomersPatience);
    }
}
