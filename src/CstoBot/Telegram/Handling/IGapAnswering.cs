using CstoBot.Moderation.Gaps;

namespace CstoBot.Telegram.Handling;

/// <summary>Lets a moderator answer what nothing could be answered to.</summary>
internal interface IGapAnswering
{
    /// <summary>Opens a case about a gap. When it is decided, the gap is marked (<see cref="Change.GapMarked"/>).</summary>
    /// <param name="press">Of a moderator.</param>
    /// <param name="number">The gap's.</param>
    Task<Effects> OpenAsync(Incoming.ButtonPress press, long number, Gap gap, CancellationToken cancellationToken);
}
