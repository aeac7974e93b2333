using System.Text.Json.Nodes;

namespace TelegramSandbox.Wire;

/// <summary>People and the bot as the Bot API writes them.</summary>
internal static class WireUser
{
    public static JsonObject Of(Person person)
    {
        var json = new JsonObject
        {
            ["id"] = person.Id,
            ["is_bot"] = person.IsBot,
            ["first_name"] = person.FirstName,
            ["username"] = person.Username,
        };
        if (!person.IsBot)
        {
            json["language_code"] = person.LanguageCode;
        }

        return json;
    }

    /// <summary>The answer to getMe, which alone tells the bot's settings.</summary>
    public static JsonObject Me(Person bot, SandboxOptions options)
    {
        var json = Of(bot);
        json["can_join_groups"] = true;
        json["can_read_all_group_messages"] = !options.GroupPrivacy;
        json["supports_inline_queries"] = true;
        json["can_connect_to_business"] = false;
        json["has_main_web_app"] = false;
        return json;
    }
}
