using System.Text.Json.Nodes;
using TelegramSandbox.World;

namespace TelegramSandbox.Wire;

/// <summary>Somebody's standing in a chat as the Bot API writes it.</summary>
internal static class WireMember
{
    private static readonly string[] Rights =
    [
        "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
        "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    ];

    public static JsonObject Of(ChatRoom room, Person person) =>
        Of(person, person.IsBot ? Status(room.Bot) : PersonStatus(room, person));

    public static JsonObject Of(Person person, BotStanding standing) => Of(person, Status(standing));

    private static JsonObject Of(Person person, string status)
    {
        var json = new JsonObject { ["user"] = WireUser.Of(person), ["status"] = status };
        switch (status)
        {
            case "kicked":
                json["until_date"] = 0;
                break;
            case "creator":
                json["is_anonymous"] = false;
                break;
            case "administrator":
                json["can_be_edited"] = false;
                json["is_anonymous"] = false;
                foreach (var right in Rights)
                {
                    json[right] = true;
                }

                break;
        }

        return json;
    }

    private static string PersonStatus(ChatRoom room, Person person) =>
        room.Administrators.Contains(person.Id) ? "creator"
        : room.Members.Contains(person.Id) ? "member"
        : "left";

    // A private chat that was blocked counts as one the bot was kicked from.
    private static string Status(BotStanding standing) => standing switch
    {
        BotStanding.Administrator => "administrator",
        BotStanding.Kicked or BotStanding.Blocked => "kicked",
        BotStanding.Left or BotStanding.NotStarted => "left",
        _ => "member",
    };
}
