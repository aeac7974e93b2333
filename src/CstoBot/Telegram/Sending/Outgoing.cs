using System.Text.Json.Serialization;
using CstoBot.Telegram.Rendering;

namespace CstoBot.Telegram.Sending;

/// <summary>Something for the bot to do in a chat. Handlers return these; they are stored with the update's being done, and one sender carries them out.</summary>
[JsonDerivedType(typeof(Message), "message")]
[JsonDerivedType(typeof(Edit), "edit")]
[JsonDerivedType(typeof(Deletion), "deletion")]
[JsonDerivedType(typeof(EditKeyboard), "keyboard")]
[JsonDerivedType(typeof(File), "file")]
internal abstract record Outgoing(ChatPlace Place)
{
    /// <summary>A message of the chat that is older than whatever comes of this: the one that caused it. 0 when none is known.</summary>
    public int After { get; init; }

    /// <summary>What it is to a case of moderation; null for what belongs to none.</summary>
    public CaseMark? OfCase { get; init; }

    /// <summary>The notice that it shows (<see cref="Sources.RunNotice"/>): that it arrived is noted there. Null for none.</summary>
    public long? OfNotice { get; init; }

    /// <param name="ReplyTo">The message that is replied to; null for none.</param>
    /// <param name="Part">The part of a stored answer that this message carries; null when it carries none.</param>
    /// <param name="AsPlainText">Without markup, because Telegram refused it.</param>
    public sealed record Message(ChatPlace Place, RenderedMessage Content, int? ReplyTo = null, AnswerPart? Part = null, bool AsPlainText = false)
        : Outgoing(Place);

    /// <summary>Puts another text in the place of a message's; sends it as a new message where that one is gone.</summary>
    /// <param name="Part">The part of a stored answer that the message carries from now on; null when it carries none.</param>
    public sealed record Edit(ChatPlace Place, MessageReference Target, RenderedMessage Content, AnswerPart? Part = null, bool AsPlainText = false)
        : Outgoing(Place);

    public sealed record Deletion(ChatPlace Place, MessageReference Target) : Outgoing(Place);

    /// <summary>Puts other buttons under a message and leaves its text; nothing happens where that one is gone.</summary>
    public sealed record EditKeyboard(ChatPlace Place, MessageReference Target, Keyboard Keyboard) : Outgoing(Place);

    /// <summary>A file with a text and buttons under it. It waits in the database like any message, so it must not be large.</summary>
    /// <param name="Name">What the reader sees of a document; of a photo nobody sees it.</param>
    /// <param name="Content">1 to <see cref="MaxBytes"/> bytes.</param>
    /// <param name="Caption">At most <see cref="MaxCaption"/> UTF-16 units are seen of it; null when there is neither text nor buttons.</param>
    /// <param name="ReplyTo">The message that is replied to; null for none.</param>
    /// <param name="AsPlainText">The caption goes without markup, because Telegram refused it.</param>
    /// <exception cref="ArgumentException">The file is empty or too large, it has no name, or the caption is too long.</exception>
    public sealed record File(
        ChatPlace Place, FileKind Kind, string Name, byte[] Content, RenderedMessage? Caption = null, int? ReplyTo = null, bool AsPlainText = false)
        : Outgoing(Place)
    {
        /// <summary>Telegram's limit for a photo, and plenty for a document (core.telegram.org/bots/api#sending-files).</summary>
        public const int MaxBytes = 10 * 1024 * 1024;

        /// <summary>Telegram's limit after the markup is read (core.telegram.org/bots/api#sendphoto).</summary>
        public const int MaxCaption = 1024;

        public string Name { get; } = string.IsNullOrWhiteSpace(Name) ? throw new ArgumentException("A file has a name.", nameof(Name)) : Name;

        public byte[] Content { get; } = Content.Length is > 0 and <= MaxBytes
            ? Content
            : throw new ArgumentException($"A file has 1 to {MaxBytes} bytes, not {Content.Length}.", nameof(Content));

        public RenderedMessage? Caption { get; } = Caption is null || Caption.Text.Plain.Length <= MaxCaption
            ? Caption
            : throw new ArgumentException($"A caption has at most {MaxCaption} characters, not {Caption.Text.Plain.Length}.", nameof(Caption));
    }
}

/// <summary>How a file is shown.</summary>
internal enum FileKind
{
    /// <summary>As a picture: JPEG or PNG; Telegram makes it smaller, and refuses what is neither.</summary>
    Photo,

    /// <summary>As a name to tap on; arrives unchanged.</summary>
    Document,
}

/// <summary>A chat, or a topic of it.</summary>
/// <param name="Topic">The forum topic; 0 where the chat has none.</param>
/// <param name="IsGroup">Groups have a limit of their own.</param>
internal readonly record struct ChatPlace(long ChatId, int Topic, bool IsGroup);

/// <summary>One of the messages that an answer takes; counted from 0.</summary>
internal readonly record struct AnswerPart(long AnswerId, int Number);

/// <summary>A message by its id, or by what it carries, when it may not have been sent yet. Exactly one of them is set.</summary>
/// <param name="CardOf">The case that it shows in the chat.</param>
/// <param name="Notice">The notice that it shows.</param>
internal sealed record MessageReference(int? MessageId = null, AnswerPart? Part = null, long? CardOf = null, long? Notice = null);

/// <summary>That a message belongs to a case: whether it arrived is noted there.</summary>
internal sealed record CaseMark(long CaseId, CaseMessage Kind);

internal enum CaseMessage
{
    /// <summary>Shows the case to moderators; a reply to it is about the case.</summary>
    Card,

    /// <summary>Tells the asker what was decided.</summary>
    Delivery,

    /// <summary>Puts another answer in the place of one that was sent.</summary>
    Correction,
}
