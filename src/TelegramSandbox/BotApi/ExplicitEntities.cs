using System.Text.Json.Nodes;
using TelegramSandbox.Entities;

namespace TelegramSandbox.BotApi;

/// <summary>Reads entities that the bot computed itself.</summary>
internal static class ExplicitEntities
{
    // Found by Telegram itself; what a bot says about them is ignored.
    private static readonly string[] Detected =
        ["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"];

    private static readonly string[] Formatting =
        ["bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link", "text_mention", "custom_emoji", "blockquote", "expandable_blockquote", "date_time"];

    public static IReadOnlyList<SandboxEntity> Read(JsonNode? json, string text) => json switch
    {
        null => [],
        JsonArray array => [.. array.Select(One).OfType<SandboxEntity>().Select(entity => Checked(entity, text))],
        _ => throw ApiRefusal.BadRequest("can't parse entities: expected an Array of entities"),
    };

    private static SandboxEntity? One(JsonNode? json)
    {
        if (json is not JsonObject entity)
        {
            throw ApiRefusal.BadRequest("can't parse MessageEntity: expected an Object");
        }

        var type = entity.TextOrNull("type") ?? throw ApiRefusal.BadRequest("can't parse MessageEntity: can't find field \"type\"");
        var offset = (int)(entity.NumberOrNull("offset") ?? throw ApiRefusal.BadRequest("can't parse MessageEntity: can't find field \"offset\""));
        var length = (int)(entity.NumberOrNull("length") ?? throw ApiRefusal.BadRequest("can't parse MessageEntity: can't find field \"length\""));
        if (Detected.Contains(type))
        {
            return null;
        }

        var read = new SandboxEntity(type, offset, length);
        return type switch
        {
            "text_link" => HtmlTags.Link(read, entity.TextOrNull("url") ?? ""),
            "pre" => read with { Language = entity.TextOrNull("language") },
            "text_mention" => read with { UserId = (entity["user"] as JsonObject)?.NumberOrNull("id") },
            "custom_emoji" => read with { CustomEmojiId = entity.TextOrNull("custom_emoji_id") },
            "date_time" => read with { UnixTime = entity.NumberOrNull("unix_time"), DateTimeFormat = entity.TextOrNull("date_time_format") },
            _ when Formatting.Contains(type) => read,
            _ => throw ApiRefusal.BadRequest("can't parse MessageEntity: unsupported type specified"),
        };
    }

    private static SandboxEntity Checked(SandboxEntity entity, string text)
    {
        if (entity.Offset < 0)
        {
            throw ApiRefusal.BadRequest($"Receive an entity with incorrect offset {entity.Offset}");
        }

        if (entity.Length < 0)
        {
            throw ApiRefusal.BadRequest($"Receive an entity with incorrect length {entity.Length}");
        }

        if ((long)entity.Offset + entity.Length > text.Length)
        {
            throw ApiRefusal.BadRequest(
                $"Entity beginning at UTF-16 offset {entity.Offset} ends after the end of the text at UTF-16 offset {text.Length}");
        }

        return IsInsidePair(text, entity.Offset) || IsInsidePair(text, entity.End)
            ? throw ApiRefusal.BadRequest($"Entity beginning at UTF-16 offset {entity.Offset} begins or ends in a middle of a UTF-16 symbol")
            : entity;
    }

    private static bool IsInsidePair(string text, int offset) =>
        offset > 0 && offset < text.Length && char.IsHighSurrogate(text[offset - 1]) && char.IsLowSurrogate(text[offset]);
}
