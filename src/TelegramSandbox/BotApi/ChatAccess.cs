using System.Globalization;
using TelegramSandbox.World;

namespace TelegramSandbox.BotApi;

/// <summary>Whether a chat exists for the bot and whether it may write there.</summary>
internal static class ChatAccess
{
    public static ChatRoom Find(SandboxWorld world, string chatId)
    {
        if (chatId.Length == 0)
        {
            throw ApiRefusal.BadRequest("chat_id is empty");
        }

        return long.TryParse(chatId, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            && world.RoomOrNull(id) is { } room
                ? room
                : throw ApiRefusal.BadRequest("chat not found");
    }

    public static void EnsureOpen(ChatRoom room)
    {
        var kind = room.Chat.Type == SandboxChatType.Supergroup ? "supergroup" : "group";
        var refusal = room.Bot switch
        {
            BotStanding.NotStarted => "bot can't initiate conversation with a user",
            BotStanding.Blocked => "bot was blocked by the user",
            BotStanding.Kicked => $"bot was kicked from the {kind} chat",
            BotStanding.Left => $"bot is not a member of the {kind} chat",
            _ => null,
        };
        if (refusal is not null)
        {
            throw ApiRefusal.Forbidden(refusal);
        }
    }
}
