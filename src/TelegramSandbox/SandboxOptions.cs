using Microsoft.Extensions.Logging;

namespace TelegramSandbox;

/// <summary>How a sandbox starts. The defaults suit a person trying a bot; tests use <see cref="Port"/> 0.</summary>
public sealed class SandboxOptions
{
    /// <summary>0 = any free one; otherwise this one or the next free one, trying up to 100.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>Whether too many messages are refused with 429, see <see cref="SandboxLimits"/>.</summary>
    public bool RateLimits { get; init; } = true;

    public SandboxLimits Limits { get; init; } = new();

    public string BotUsername { get; init; } = "cstobot_sandbox_bot";

    public string BotName { get; init; } = "CSTO Bot";

    /// <summary>What authorizes the bot, <c>digits:secret</c>; null = a new random one.</summary>
    public string? BotToken { get; init; }

    /// <summary>Whether the bot hears in groups only what is meant for it, as bots do unless their owner changes it.</summary>
    public bool GroupPrivacy { get; init; } = true;

    /// <summary>
    /// How long a pressed button waits for its answer. Telegram publishes no figure; bots see
    /// "query is too old" after roughly this time.
    /// </summary>
    public TimeSpan CallbackQueryLifetime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Message dates, limits, expiry, long polls and webhook retries follow it.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How many calls of the bot are remembered; 0 = none.</summary>
    public int CallsKept { get; init; } = 20_000;

    /// <summary>How many messages of each chat are remembered, the latest; 0 = all. Of a forgotten one nobody can say that it was there.</summary>
    public int MessagesKept { get; init; }

    /// <summary>Null = no logs.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }
}

/// <summary>
/// Telegram's published limits. A burst above one message a second to one chat is tolerated for a moment;
/// the figure is not published, 4 is what bots usually get away with.
/// </summary>
/// <param name="PerSecond">Messages a second to all chats together.</param>
/// <param name="PerSecondPerChat">Messages a second to one private chat, after the burst.</param>
/// <param name="ChatBurst">Messages to one private chat that may come at once.</param>
/// <param name="PerMinutePerGroup">Messages to one group within any 60 seconds.</param>
public sealed record SandboxLimits(int PerSecond = 30, int PerSecondPerChat = 1, int ChatBurst = 4, int PerMinutePerGroup = 20);
