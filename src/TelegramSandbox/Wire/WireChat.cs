using System.Text.Json.Nodes;
using TelegramSandbox.World;

namespace TelegramSandbox.Wire;

/// <summary>Chats as the Bot API writes them.</summary>
internal static class WireChat
{
    public static JsonObject Of(SandboxWorld world, SandboxChat chat)
    {
        var json = new JsonObject { ["id"] = chat.Id };
        if (chat.Type == SandboxChatType.Private)
        {
            var person = world.Person(chat.Id);
            json["first_name"] = person.FirstName;
            json["username"] = person.Username;
        }
        else
        {
            json["title"] = chat.Title;
        }

        if (chat.IsForum)
        {
            json["is_forum"] = true;
        }

        json["type"] = TypeName(chat.Type);
        return json;
    }

    /// <summary>The answer to getChat.</summary>
    public static JsonObject Full(SandboxWorld world, SandboxChat chat)
    {
        var json = Of(world, chat);
        json["accent_color_id"] = 0;
        json["max_reaction_count"] = 11;
        json["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false,
            ["limited_gifts"] = false,
            ["unique_gifts"] = false,
            ["premium_subscription"] = false,
        };
        if (chat.Type != SandboxChatType.Private)
        {
            json["permissions"] = new JsonObject { ["can_send_messages"] = true, ["can_send_documents"] = true };
        }

        return json;
    }

    public static string TypeName(SandboxChatType type) => type switch
    {
        SandboxChatType.Private => "private",
        SandboxChatType.Group => "group",
        _ => "supergroup",
    };
}
