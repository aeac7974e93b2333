using TelegramSandbox.World;

namespace TelegramSandbox.People;

/// <summary>Which messages of a group reach the bot.</summary>
internal static class PrivacyMode
{
    /// <summary>
    /// With privacy on: commands that are not for another bot, mentions of the bot, and answers to it.
    /// An administrator hears everything, as does a bot with privacy off, and one in a private chat.
    /// </summary>
    public static bool Delivers(ChatRoom room, SandboxMessage message, Person bot, bool privacy) =>
        !privacy
        || room.Chat.Type == SandboxChatType.Private
        || room.Bot == BotStanding.Administrator
        || IsReplyToBot(room, message)
        || message.Entities.Any(entity => IsForBot(message.Text.Substring(entity.Offset, entity.Length), entity.Type, bot));

    private static bool IsReplyToBot(ChatRoom room, SandboxMessage message) =>
        message.ReplyToMessageId is { } id && room.FindOrNull(id) is { From.IsBot: true };

    private static bool IsForBot(string text, string type, Person bot) => type switch
    {
        "mention" => Is(text[1..], bot),
        "bot_command" => text.IndexOf('@', StringComparison.Ordinal) is var at && (at < 0 || Is(text[(at + 1)..], bot)),
        _ => false,
    };

    private static bool Is(string username, Person bot) => string.Equals(username, bot.Username, StringComparison.OrdinalIgnoreCase);
}
