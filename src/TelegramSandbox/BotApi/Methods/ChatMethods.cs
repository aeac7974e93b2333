using System.Text.Json.Nodes;
using TelegramSandbox.People;
using TelegramSandbox.Wire;
using TelegramSandbox.World;

namespace TelegramSandbox.BotApi.Methods;

/// <summary>What the bot may learn about a chat, and leaving it.</summary>
internal static class ChatMethods
{
    public static JsonNode GetChat(ApiRequest request) => WireChat.Full(request.World, Known(request).Chat);

    public static JsonNode GetChatMember(ApiRequest request)
    {
        var room = Known(request);
        var person = request.World.PersonOrNull(request.Parameters.Number("user_id"))
            ?? throw ApiRefusal.BadRequest("invalid user_id specified");
        return WireMember.Of(room, person);
    }

    public static JsonNode GetChatAdministrators(ApiRequest request)
    {
        var room = KnownGroup(request, "there are no administrators in the private chat");
        IEnumerable<Person> bot = room.Bot == BotStanding.Administrator ? [request.World.Bot] : [];
        return new JsonArray(
        [
            .. room.Administrators.Select(request.World.Person).Concat(bot).Select(person => WireMember.Of(room, person)),
        ]);
    }

    public static JsonNode GetChatMemberCount(ApiRequest request) => Known(request).Members.Count + 1;

    public static JsonNode LeaveChat(ApiRequest request)
    {
        var room = KnownGroup(request, "chat member status can't be changed in private chats");
        Standing.Change(request.World, room, request.World.Bot, BotStanding.Left);
        return true;
    }

    private static ChatRoom Known(ApiRequest request)
    {
        var room = request.Chat();
        if (room.Bot is BotStanding.Kicked or BotStanding.Left)
        {
            ChatAccess.EnsureOpen(room);
        }

        return room;
    }

    private static ChatRoom KnownGroup(ApiRequest request, string otherwise)
    {
        var room = Known(request);
        return room.Chat.Type != SandboxChatType.Private ? room : throw ApiRefusal.BadRequest(otherwise);
    }
}
