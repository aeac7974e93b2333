using System.Text.Json.Nodes;
using TelegramSandbox.Wire;
using TelegramSandbox.World;

namespace TelegramSandbox.People;

/// <summary>Changes what the bot is in a chat and tells it so with <c>my_chat_member</c>.</summary>
internal static class Standing
{
    public static void Change(SandboxWorld world, ChatRoom room, Person by, BotStanding standing)
    {
        if (room.Bot == standing)
        {
            return;
        }

        var update = new JsonObject
        {
            ["chat"] = WireChat.Of(world, room.Chat),
            ["from"] = WireUser.Of(by),
            ["date"] = world.Now.ToUnixTimeSeconds(),
            ["old_chat_member"] = WireMember.Of(world.Bot, room.Bot),
            ["new_chat_member"] = WireMember.Of(world.Bot, standing),
        };
        room.Bot = standing;
        world.Updates.Add("my_chat_member", update);
        world.Changes.Publish("chat", room.Chat.Id, true);
    }
}
