namespace TelegramSandbox;

/// <summary>Somebody in the sandbox: one of the personas, or the bot itself.</summary>
/// <param name="LanguageCode">What the person's Telegram is set to, for example <c>en</c> or <c>ru</c>; empty for the bot.</param>
public sealed record Person(long Id, string FirstName, string Username, string LanguageCode)
{
    /// <summary>True only for the bot.</summary>
    public bool IsBot { get; init; }
}
