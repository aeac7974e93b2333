namespace TelegramSandbox.Entities;

/// <summary>A text without markup, and what its markup meant.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<SandboxEntity> Entities);

/// <summary>The markup is wrong; the message is Telegram's own, without the part "can't parse entities: ".</summary>
internal sealed class MarkupException(string message) : Exception(message);
