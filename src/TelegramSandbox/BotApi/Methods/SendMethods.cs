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

    /// <summary>
    /// The preview of a message that is being written. Telegram publishes neither whether previews count towards its rates nor what becomes of
    /// one that is shown again after the person stopped it: here each counts like a message, and that one is taken and not shown.
    /// </summary>
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

        var thread = request.Parameters.Int("message_thread_id") is not 0 and var given ? given : (int?)null;
        ReplyParameter.EnsureTopic(room, thread);
        request.World.Limiter.Take(room.Chat);
        var draft = new SandboxDraft(request.Parameters.Number("draft_id"), room.Chat.Id, text.Text, request.World.Now)
        {
            Entities = text.Entities,
            ThreadId = thread,
            CanStop = request.Parameters.Flag("can_stop"),
            KeepOnStop = request.Parameters.Flag("keep_on_stop"),
        };
        if (room.Drafts.GetValueOrDefault(draft.Id) is not { IsStopped: true })
        {
            request.World.ShowDraft(room, draft);
        }

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
        request.World.EndDrafts(room, message.ThreadId);
        request.World.Show(room, message);
        return WireMessage.Of(request.World, room, message);
    }
}
