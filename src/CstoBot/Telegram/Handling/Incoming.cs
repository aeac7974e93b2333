using CstoBot.Conversations;
using CstoBot.Moderation.Cases;

namespace CstoBot.Telegram.Handling;

/// <summary>What an update asks of the bot. Exactly one of the nested cases.</summary>
internal abstract record Incoming
{
    private Incoming()
    {
    }

    /// <summary>It comes from a chat, and so does the reply.</summary>
    public abstract record InChat(Origin Origin) : Incoming
    {
        /// <summary>What was written in reply to a message of the bot's; null when it replies to none.</summary>
        public ReplyToBot? Reply { get; init; }
    }

    /// <param name="Text">Without the mention or the command; never empty.</param>
    /// <param name="Context">The text of another message that the question refers to; null for none.</param>
    /// <param name="IsEdited">The user changed a message sent before.</param>
    /// <param name="Earlier">What was asked before it, where the question comes from another conversation; null for this one's.</param>
    public sealed record Question(Origin Origin, string Text, string? Context = null, bool IsEdited = false, IReadOnlyList<string>? Earlier = null)
        : InChat(Origin)
    {
        /// <summary>The bot offered it on a button: it stands alone, and the user has not seen it whole.</summary>
        public bool IsSuggested { get; init; }
    }

    /// <param name="Name">Lower case, without the slash.</param>
    /// <param name="Argument">What follows; from the user's side: may be anything. Empty for nothing.</param>
    public sealed record Command(Origin Origin, string Name, string Argument = "") : InChat(Origin)
    {
        /// <summary>The message that it replies to; null for none.</summary>
        public RepliedMessage? RepliesTo { get; init; }
    }

    /// <summary>The bot was addressed, but nothing was asked.</summary>
    public sealed record Empty(Origin Origin) : InChat(Origin);

    /// <summary>A text too long to be a question, and without one in it.</summary>
    public sealed record TooLong(Origin Origin) : InChat(Origin);

    /// <summary>A photo, a voice message and the like, without a word.</summary>
    /// <param name="AlbumId">Messages sent together as one album share it; null for a single one.</param>
    public sealed record Textless(Origin Origin, string? AlbumId) : InChat(Origin);

    /// <summary>A file in a private chat.</summary>
    /// <param name="Otherwise">What the message is to somebody who may not add files.</param>
    public sealed record Document(Origin Origin, SentFile File, Incoming Otherwise) : InChat(Origin);

    /// <summary>A button was tapped.</summary>
    /// <param name="Data">From the user's side: may be anything. Null when the message has no such button.</param>
    public sealed record ButtonPress(Origin Origin, string CallbackId, string? Data) : InChat(Origin);

    /// <summary>Somebody made the bot a member of a group.</summary>
    public sealed record AddedToGroup(Origin Origin) : InChat(Origin);

    /// <summary>A group became a supergroup, which has another id.</summary>
    public sealed record GroupMoved(long From, long To) : Incoming;

    /// <summary>Somebody types after the bot's name in any chat; which one, the bot is not told.</summary>
    /// <param name="Text">As far as it is typed; may be empty.</param>
    public sealed record InlineQuery(BotIdentity Bot, long UserId, string? LanguageCode, string QueryId, string Text) : Incoming;

    /// <summary>Nothing for the bot to do, and nothing to keep.</summary>
    public sealed record Ignored(IgnoredReason Reason) : Incoming;
}

/// <param name="Id">Telegram's.</param>
/// <param name="Name">From the user's side: may be anything. Empty when there is none.</param>
/// <param name="Bytes">As Telegram says; null when it does not.</param>
internal sealed record SentFile(string Id, string Name, long? Bytes);

/// <param name="UserId">Who wrote it; null when that was a bot, or somebody in the name of a group or a channel.</param>
internal sealed record RepliedMessage(int MessageId, long? UserId);

/// <param name="MessageId">The bot's message.</param>
/// <param name="Text">As written, however long.</param>
internal sealed record ReplyToBot(int MessageId, string Text);

/// <summary>Why an update was none of the bot's business; logged.</summary>
internal enum IgnoredReason
{
    NotAddressed,
    FromBot,
    OtherKind,
    ServiceMessage,
    CommandForAnotherBot,
    EditedCommand,

    /// <summary>An answer was stopped, which was done when the update came in.</summary>
    Stopped,

    /// <summary>What the bot itself offered inline, posted by the person who chose it.</summary>
    OwnInlineResult,
}

/// <summary>Where an update comes from, and hence where the reply goes.</summary>
/// <param name="MessageId">The user's message; for a button the message it is under; 0 when it comes from none.</param>
/// <param name="LanguageCode">The user's interface language; null when unknown.</param>
internal sealed record Origin(ConversationKey Conversation, int MessageId, bool IsGroup, string? LanguageCode)
{
    /// <summary>The bot it was meant for.</summary>
    public BotIdentity Bot { get; init; } = BotIdentity.Unknown;

    /// <summary>What the person is called; from their side: may be anything. Empty when unknown.</summary>
    public string PersonName { get; init; } = "";

    /// <summary>What was chosen for the chat.</summary>
    public ChatSettings Settings { get; init; } = ChatSettings.Default;

    /// <summary>The language of what the bot says by itself.</summary>
    public Language Language => Settings.Language ?? LanguageDetector.OfInterface(LanguageCode);

    /// <summary>The language to answer a text in.</summary>
    public Language LanguageOf(string text) => Settings.Language ?? LanguageDetector.Of(text, LanguageCode);

    /// <summary>The person as somebody who looks at cases.</summary>
    public Reviewer Reviewer() => new(Conversation.User, PersonName);
}
