namespace CstoBot.Telegram.Sending;

/// <summary>A reply that is worth something for seconds only: it is sent at once, never stored, and lost when that fails.</summary>
internal abstract record Instant
{
    private Instant()
    {
    }

    /// <summary>Ends the waiting mark on a tapped button.</summary>
    /// <param name="Text">At most 200 characters; null to show nothing.</param>
    /// <param name="IsAlert">Shown in a box to be closed, rather than for a moment.</param>
    public sealed record ButtonReply(string CallbackId, string? Text = null, bool IsAlert = false) : Instant;
}
