namespace CstoBot.Telegram;

/// <summary>Who the bot is in Telegram.</summary>
/// <param name="Username">Without the @.</param>
internal sealed record BotIdentity(long Id, string Username);
