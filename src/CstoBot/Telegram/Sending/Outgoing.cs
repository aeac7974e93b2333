using CstoBot.Telegram.Rendering;

namespace CstoBot.Telegram.Sending;

/// <summary>Something for the bot to do in Telegram. Handlers return these; one sender carries them out.</summary>
/// <param name="Place">Where it happens; nowhere for the reply to a button.</param>
internal abstract record Outgoing(ChatPlace Place)
{
    /// <param name="ReplyTo">The message that is replied to; null for none.</param>
    /// <param name="AnswerId">The stored answer that this message carries; null when it carries none.</param>
    /// <param name="AsPlainText">Without markup, because Telegram refused it.</param>
    public sealed record Message(ChatPlace Place, RenderedMessage Content, int? ReplyTo, long? AnswerId = null, bool AsPlainText = false)
        : Outgoing(Place);

    /// <summary>Ends the waiting mark on a tapped button.</summary>
    /// <param name="Text">At most 200 characters; null to show nothing.</param>
    /// <param name="IsAlert">Shown in a box to be closed, rather than for a moment.</param>
    public sealed record ButtonReply(string CallbackId, string? Text, bool IsAlert = false) : Outgoing(default(ChatPlace));

    public sealed record Deletion(ChatPlace Place, int MessageId) : Outgoing(Place);
}

/// <summary>A chat, or a topic of it.</summary>
/// <param name="Topic">The forum topic; 0 where the chat has none.</param>
/// <param name="IsGroup">Groups have a limit of their own.</param>
internal readonly record struct ChatPlace(long ChatId, int Topic, bool IsGroup);
