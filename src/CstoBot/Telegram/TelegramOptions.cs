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

        if (Mode != TelegramMode.Polling)
        {
            yield return new ValidationResult($"Telegram:Mode: {Mode} is not supported in this version.");
        }
    }

    private static bool IsToken(string? token) =>
        token?.Split(':') is [var id, { Length: > 0 } secret]
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        && id.Length <= 16
        && secret.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');
}

internal enum TelegramMode
{
    Polling,
    Webhook,
}

[OptionsValidator]
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>;
