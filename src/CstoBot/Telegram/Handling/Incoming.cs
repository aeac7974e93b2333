using CstoBot.Conversations;

namespace CstoBot.Telegram.Handling;

/// <summary>What an update asks of the bot. Exactly one of the nested cases.</summary>
internal abstract record Incoming
{
    private Incoming()
    {
    }

    /// <param name="Text">Without the mention or the command; never empty.</param>
    /// <param name="Context">The text of another message that the question refers to; null for none.</param>
    /// <param name="IsEdited">The user changed a message sent before.</param>
    public sealed record Question(Origin Origin, string Text, string? Context = null, bool IsEdited = false) : Incoming
    {
        /// <summary>The bot offered it on a button: it stands alone, and the user has not seen it whole.</summary>
        public bool IsSuggested { get; init; }
    }

    /// <param name="Name">Lower case, without the slash.</param>
    public sealed record Command(Origin Origin, string Name) : Incoming;

    /// <summary>The bot was addressed, but nothing was asked.</summary>
    public sealed record Empty(Origin Origin) : Incoming;

    /// <summary>A photo, a voice message and the like, without a word.</summary>
    /// <param name="AlbumId">Messages sent together as one album share it; null for a single one.</param>
    public sealed record Textless(Origin Origin, string? AlbumId) : Incoming;

    /// <summary>A button was tapped.</summary>
    /// <param name="Data">From the user's side: may be anything. Null when the message has no such button.</param>
    public sealed record ButtonPress(Origin Origin, string CallbackId, string? Data) : Incoming;

    /// <summary>Nothing for the bot to do, and nothing to keep.</summary>
    public sealed record Ignored(IgnoredReason Reason) : Incoming;
}

/// <summary>Why an update was none of the bot's business; logged.</summary>
internal enum IgnoredReason
{
    NotAddressed,
    FromBot,
    OtherKind,
    ServiceMessage,
    CommandForAnotherBot,
    EditedCommand,
}

/// <summary>Where an update comes from, and hence where the reply goes.</summary>
/// <param name="MessageId">The user's message; for a button the message it is under.</param>
/// <param name="LanguageCode">The user's interface language; null when unknown.</param>
internal sealed record Origin(ConversationKey Conversation, int MessageId, bool IsGroup, string? LanguageCode);
