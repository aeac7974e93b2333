using System.Text.Json.Nodes;
using TelegramSandbox.Entities;
using TelegramSandbox.Wire;

namespace TelegramSandbox.BotApi.Methods;

/// <summary>Methods that put a message of the bot into a chat.</summary>
internal static class SendMethods
{
    public static JsonNode SendMessage(ApiRequest request)
    {
        var text = TextParameters.Text(request.Parameters, "message is too long");
        return Post(request, text, document: null);
    }

    public static JsonNode SendDocument(ApiRequest request) => SendFile(request, "document", isPhoto: false);

    public static JsonNode SendPhoto(ApiRequest request) => SendFile(request, "photo", isPhoto: true);

    /// <summary>The preview of an answer that is being written. It is never stored.</summary>
    public static JsonNode SendMessageDraft(ApiRequest request)
    {
        if (request.Parameters.Number("draft_id") == 0)
        {
            throw ApiRefusal.BadRequest("RANDOM_ID_INVALID");
        }

        var text = TextParameters.Read(request.Parameters, "text", "entities");
        if (text.Text.Length > TextParameters.MaxText)
        {
            throw ApiRefusal.BadRequest("message is too long");
        }

        var room = request.OpenChat();
        if (room.Chat.Type != SandboxChatType.Private)
        {
            throw ApiRefusal.BadRequest("PEER_ID_INVALID");
        }

        request.World.Changes.Publish("draft", room.Chat.Id, new { text.Text, text.Entities });
        return true;
    }

    private static JsonObject SendFile(ApiRequest request, string name, bool isPhoto)
    {
        var document = FileParameter.Read(request, name, isPhoto);
        return Post(request, TextParameters.Caption(request.Parameters), document);
    }

    private static JsonObject Post(ApiRequest request, FormattedText text, SandboxDocument? document)
    {
        var keyboard = KeyboardParameter.Read(request.Parameters);
        lock (request.World.Gate)
        {
            return Post(request, text, document, keyboard);
        }
    }

    private static JsonObject Post(
        ApiRequest request, FormattedText text, SandboxDocument? document, IReadOnlyList<IReadOnlyList<SandboxButton>> keyboard)
    {
        var room = request.OpenChat();
        var reply = ReplyParameter.Read(request.Parameters, room);
        request.World.Limiter.Take(room.Chat);

        var message = new SandboxMessage(room.TakeMessageId(), room.Chat.Id, request.World.Bot, text.Text, request.World.Now)
        {
            Entities = text.Entities,
            InlineKeyboard = keyboard,
            Document = document,
            ReplyToMessageId = reply.MessageId,
            Quote = reply.Quote,
            ThreadId = reply.ThreadId,
        };
        request.World.Show(room, message);
        return WireMessage.Of(request.World, room, message);
    }
}
