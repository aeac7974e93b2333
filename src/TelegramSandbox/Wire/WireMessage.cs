using System.Text.Json.Nodes;
using TelegramSandbox.World;

namespace TelegramSandbox.Wire;

/// <summary>Messages as the Bot API writes them.</summary>
internal static class WireMessage
{
    public static JsonObject Of(SandboxWorld world, ChatRoom room, SandboxMessage message, bool withReply = true)
    {
        var json = new JsonObject
        {
            ["message_id"] = message.Id,
            ["from"] = WireUser.Of(message.From),
            ["chat"] = WireChat.Of(world, room.Chat),
            ["date"] = message.Date.ToUnixTimeSeconds(),
        };
        AddPlace(json, room, message);
        if (withReply && message.ReplyToMessageId is { } replyTo && room.FindOrNull(replyTo) is { } original)
        {
            json["reply_to_message"] = Of(world, room, original, withReply: false);
        }

        if (message.Quote is { } quote)
        {
            json["quote"] = new JsonObject { ["text"] = quote, ["position"] = 0, ["is_manual"] = true };
        }

        AddContent(json, message);
        return json;
    }

    private static void AddPlace(JsonObject json, ChatRoom room, SandboxMessage message)
    {
        if (message.ThreadId is { } thread)
        {
            json["message_thread_id"] = thread;
            if (room.Chat.IsForum)
            {
                json["is_topic_message"] = true;
            }
        }

        if (message.EditDate is { } edited)
        {
            json["edit_date"] = edited.ToUnixTimeSeconds();
        }
    }

    private static void AddContent(JsonObject json, SandboxMessage message)
    {
        var (text, entities) = message.Document is null ? ("text", "entities") : ("caption", "caption_entities");
        AddFile(json, message.Document);
        if (message.Text.Length > 0)
        {
            json[text] = message.Text;
        }

        if (message.Entities.Count > 0)
        {
            json[entities] = WireEntity.All(message.Entities);
        }

        if (message.InlineKeyboard.Count > 0)
        {
            json["reply_markup"] = WireKeyboard.Of(message.InlineKeyboard);
        }
    }

    private static void AddFile(JsonObject json, SandboxDocument? document)
    {
        if (document is { IsPhoto: true })
        {
            json["photo"] = new JsonArray(new JsonObject
            {
                ["file_id"] = document.FileId,
                ["file_unique_id"] = document.FileUniqueId,
                ["file_size"] = document.Size,
                ["width"] = document.Width,
                ["height"] = document.Height,
            });
        }
        else if (document is not null)
        {
            json["document"] = new JsonObject
            {
                ["file_name"] = document.FileName,
                ["mime_type"] = document.MimeType,
                ["file_id"] = document.FileId,
                ["file_unique_id"] = document.FileUniqueId,
                ["file_size"] = document.Size,
            };
        }
    }
}
