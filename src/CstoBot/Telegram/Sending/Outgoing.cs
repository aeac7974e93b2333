using CstoBot.Telegram.Rendering;

namespace CstoBot.Telegram.Sending;

/// <summary>Something for the bot to do in Telegram. Handlers return these; one sender carries them out.</summary>
internal abstract record Outgoing
{
    private Outgoing()
    {
    }

    /// <param name="ReplyTo">The message that is replied to; null for none.</param>
    /// <param name="AnswerId">The stored answer that this message carries; null when it carries none.</param>
    public sealed record Message(ChatPlace Place, RenderedMessage Content, int? ReplyTo, long? AnswerId = null) : Outgoing;

    /// <summary>Ends the waiting mark on a tapped button.</summary>
    /// <param name="Text">At most 200 characters; null to show nothing.</param>
    /// <param name="IsAlert">Shown in a box to be closed, rather than for a moment.</param>
    public sealed record ButtonReply(string CallbackId, string? Text, bool IsAlert = false) : Outgoing;

    public sealed record Deletion(long ChatId, int MessageId) : Outgoing;
}

/// <summary>Where a message goes.</summary>
/// <param name="Topic">The forum topic; 0 where the chat has none.</param>
/// <param name="IsGroup">Groups have a limit of their own.</param>
internal readonly record struct ChatPlace(long ChatId, int Topic, bool IsGroup);
