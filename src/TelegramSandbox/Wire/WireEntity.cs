using System.Text.Json.Nodes;

namespace TelegramSandbox.Wire;

/// <summary>Entities as the Bot API writes them.</summary>
internal static class WireEntity
{
    public static JsonArray All(IReadOnlyList<SandboxEntity> entities) => [.. entities.Select(Of)];

    private static JsonNode Of(SandboxEntity entity)
    {
        var json = new JsonObject { ["offset"] = entity.Offset, ["length"] = entity.Length, ["type"] = entity.Type };
        if (entity.Url is not null)
        {
            json["url"] = entity.Url;
        }

        if (entity.Language is not null)
        {
            json["language"] = entity.Language;
        }

        if (entity.UserId is { } id)
        {
            json["user"] = new JsonObject { ["id"] = id, ["is_bot"] = false, ["first_name"] = "" };
        }

        if (entity.CustomEmojiId is not null)
        {
            json["custom_emoji_id"] = entity.CustomEmojiId;
        }

        if (entity.UnixTime is { } time)
        {
            json["unix_time"] = time;
            json["date_time_format"] = entity.DateTimeFormat ?? "";
        }

        return json;
    }
}
