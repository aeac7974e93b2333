using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram;

/// <summary>How the bot reaches Telegram, and how fast it may speak there.</summary>
internal sealed class TelegramOptions : IValidatableObject
{
    public const string Section = "Telegram";
    public const string PublicServer = "https://api.telegram.org";

    /// <summary>A secret: from the environment or user secrets only, and never in a message, not even when it is wrong.</summary>
    public string? Token { get; set; }

    /// <summary>Another Bot API server, for example a local one.</summary>
    public string BaseUrl { get; set; } = PublicServer;

    public TelegramMode Mode { get; set; } = TelegramMode.Polling;

    /// <summary>Where Telegram reaches the bot: an https address, on port 443, 80, 88 or 8443.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>What Telegram's calls carry: 1 to 256 letters, digits, '_' or '-'. A secret, like the token.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>Where the bot listens for what comes to <see cref="WebhookUrl"/>; a proxy in front of it does the https.</summary>
    public string ListenUrl { get; set; } = "http://127.0.0.1:8443";

    /// <summary>Telegram allows about 30 a second overall. 0: no limit, for an own Bot API server.</summary>
    [Range(0, 10_000)]
    public int MessagesPerSecond { get; set; } = 30;

    [Range(0, 10_000)]
    public int MessagesPerSecondPerChat { get; set; } = 1;

    [Range(0, 10_000)]
    public int MessagesPerMinutePerGroup { get; set; } = 20;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsToken(Token))
        {
            yield return new ValidationResult(string.IsNullOrWhiteSpace(Token)
                ? "Telegram:Token is missing: set it in the environment (Telegram__Token) or in user secrets."
                : "Telegram:Token is not a bot token: one looks like 123456789:AAE…, as @BotFather gives it.");
        }

        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
        {
            yield return new ValidationResult("Telegram:BaseUrl must be an http or https address, for example http://localhost:8081.");
        }

        foreach (var fault in Mode == TelegramMode.Webhook ? WebhookFaults() : [])
        {
            yield return new ValidationResult(fault);
        }
    }

    private IEnumerable<string> WebhookFaults()
    {
        // A Bot API server of one's own also takes http.
        var mayBeHttp = BaseUrl.TrimEnd('/') != PublicServer;
        if (!Uri.TryCreate(WebhookUrl, UriKind.Absolute, out var url) || !(url.Scheme == "https" || (mayBeHttp && url.Scheme == "http")))
        {
            yield return "Telegram:WebhookUrl must be the https address at which Telegram reaches the bot, for example https://bot.example.org/telegram.";
        }

        if (WebhookSecret is not { Length: > 0 and <= 256 } || !WebhookSecret.All(IsSecretCharacter))
        {
            yield return "Telegram:WebhookSecret must have 1 to 256 letters, digits, '_' or '-': set it in the environment (Telegram__WebhookSecret) or in user secrets.";
        }

        if (!Uri.TryCreate(ListenUrl, UriKind.Absolute, out var listen) || listen.Scheme != "http")
        {
            yield return "Telegram:ListenUrl must be an http address, for example http://127.0.0.1:8443; https is for a proxy in front of it.";
        }
    }

    private static bool IsToken(string? token) =>
        token?.Split(':') is [var id, { Length: > 0 } secret]
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        && id.Length <= 16
        && secret.All(IsSecretCharacter);

    private static bool IsSecretCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';
}

internal enum TelegramMode
{
    Polling,
    Webhook,
}

[OptionsValidator]
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>;
