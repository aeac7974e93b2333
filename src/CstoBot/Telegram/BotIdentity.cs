namespace CstoBot.Telegram;

/// <summary>Who the bot is in Telegram.</summary>
/// <param name="Username">Without the @.</param>
/// <param name="ReadsAllGroupMessages">Telegram's privacy mode is off: in groups the bot gets what is not meant for it too.</param>
internal sealed record BotIdentity(long Id, string Username, bool ReadsAllGroupMessages = false)
{
    public static readonly BotIdentity Unknown = new(0, "");
}
