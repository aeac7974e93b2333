using TelegramSandbox.Entities;

namespace TelegramSandbox;

/// <summary>A message as the people in its chat see it now.</summary>
/// <param name="Id">Unique within its chat, increasing, with gaps: other chats count on in the same sequence.</param>
/// <param name="Text">Plain text; the caption when the message carries a file.</param>
public sealed record SandboxMessage(int Id, long ChatId, Person From, string Text, DateTimeOffset Date)
{
    public IReadOnlyList<SandboxEntity> Entities { get; init; } = [];

    /// <summary>Rows of buttons under the message.</summary>
    public IReadOnlyList<IReadOnlyList<SandboxButton>> InlineKeyboard { get; init; } = [];

    /// <summary>When the text was last edited; null when never. A change of the buttons alone does not count.</summary>
    public DateTimeOffset? EditDate { get; init; }

    public bool IsEdited => EditDate is not null;

    public int? ReplyToMessageId { get; init; }

    /// <summary>The part of the other message that is replied to; null when all of it.</summary>
    public string? Quote { get; init; }

    /// <summary>The forum topic; null outside forums and in the general topic.</summary>
    public int? ThreadId { get; init; }

    public SandboxDocument? Document { get; init; }

    /// <summary>Emoji by who reacted with them.</summary>
    public IReadOnlyDictionary<long, string> Reactions { get; init; } = new Dictionary<long, string>();

    /// <summary>The text with its entities as the HTML that would produce them.</summary>
    public string Html => HtmlRenderer.Render(Text, Entities);
}

/// <summary>A formatted or meaningful part of a text.</summary>
/// <param name="Type">Telegram's name for it: <c>bold</c>, <c>text_link</c>, <c>bot_command</c>, …</param>
/// <param name="Offset">In UTF-16 code units.</param>
/// <param name="Length">In UTF-16 code units.</param>
public sealed record SandboxEntity(string Type, int Offset, int Length)
{
    /// <summary>Only of a <c>text_link</c>.</summary>
    public string? Url { get; init; }

    /// <summary>Only of a <c>pre</c> whose language is known.</summary>
    public string? Language { get; init; }

    /// <summary>Only of a <c>text_mention</c>.</summary>
    public long? UserId { get; init; }

    /// <summary>Only of a <c>custom_emoji</c>.</summary>
    public string? CustomEmojiId { get; init; }

    /// <summary>Only of a <c>date_time</c>.</summary>
    public long? UnixTime { get; init; }

    /// <summary>Only of a <c>date_time</c>; null when the date is to be shown as written.</summary>
    public string? DateTimeFormat { get; init; }

    internal int End => Offset + Length;
}

/// <summary>An inline button. Exactly one of the actions is set.</summary>
public sealed record SandboxButton(string Text)
{
    public string? CallbackData { get; init; }

    public string? Url { get; init; }

    /// <summary>What the button puts on the clipboard.</summary>
    public string? CopyText { get; init; }

    /// <summary>The inline query that the button starts.</summary>
    public string? SwitchInlineQuery { get; init; }

    /// <summary><c>danger</c>, <c>success</c> or <c>primary</c>; null for the usual look.</summary>
    public string? Style { get; init; }
}

/// <summary>A file that is part of a message.</summary>
/// <param name="IsPhoto">Sent as a photo: Telegram gives it no name.</param>
public sealed record SandboxDocument(string FileId, string FileUniqueId, string FileName, string MimeType, long Size, bool IsPhoto)
{
    /// <summary>In pixels; 0 unless it is a photo.</summary>
    public int Width { get; init; }

    /// <inheritdoc cref="Width"/>
    public int Height { get; init; }
}
