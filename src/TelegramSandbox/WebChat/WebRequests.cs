namespace TelegramSandbox.WebChat;

/// <summary>What the page asks for. Ids are Telegram's.</summary>
internal sealed record SendRequest(long Person, long Chat, string Text, int? ReplyTo = null, int? Thread = null);

internal sealed record EditRequest(long Person, long Chat, int Message, string Text);

internal sealed record MessageRequest(long Person, long Chat, int Message);

internal sealed record PressRequest(long Person, long Chat, int Message, string Data);

internal sealed record StopRequest(long Person, long Chat, long Draft);

internal sealed record ReactRequest(long Person, long Chat, int Message, string Emoji);

internal sealed record LanguageRequest(long Person, string Language);

/// <param name="Bot"><c>block</c>, <c>unblock</c>, <c>kick</c>, <c>add</c> or <c>promote</c>.</param>
internal sealed record StandingRequest(long Person, long Chat, string Bot);
