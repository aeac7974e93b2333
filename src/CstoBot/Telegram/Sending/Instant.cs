using CstoBot.Telegram.Rendering;

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

    /// <summary>What is offered to somebody who types after the bot's name.</summary>
    /// <param name="Results">At most 50; may be empty.</param>
    /// <param name="Cached">How long Telegram may give the same to the same words.</param>
    /// <param name="IsPersonal">Only to the same person.</param>
    /// <param name="Start">Above the results; null for nothing.</param>
    public sealed record InlineReply(string QueryId, IReadOnlyList<InlineResult> Results, TimeSpan Cached, bool IsPersonal, InlineStart? Start = null) : Instant;

    /// <summary>Gives an admin or a moderator their menu of commands, in their private chat.</summary>
    public sealed record StaffMenu(long UserId, bool IsAdmin) : Instant;

    /// <summary>Takes that menu away: the person sees what everybody sees.</summary>
    public sealed record NoStaffMenu(long UserId) : Instant;
}

/// <param name="Id">Unique among the results of a reply, at most 64 bytes.</param>
/// <param name="Message">What is posted when it is chosen.</param>
internal sealed record InlineResult(string Id, string Title, string Description, RenderedMessage Message);

/// <summary>A button that leads from an inline query to the private chat with the bot.</summary>
/// <param name="Payload">What <c>/start</c> then carries.</param>
internal sealed record InlineStart(string Label, string Payload);
