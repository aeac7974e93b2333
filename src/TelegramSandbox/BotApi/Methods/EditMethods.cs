using System.Text.Json.Nodes;
using TelegramSandbox.Wire;
using TelegramSandbox.World;

namespace TelegramSandbox.BotApi.Methods;

/// <summary>Methods that change or remove a message.</summary>
internal static class EditMethods
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    private static readonly TimeSpan DeletableFor = TimeSpan.FromHours(48);

    public static JsonNode EditMessageText(ApiRequest request)
    {
        var text = TextParameters.Text(request.Parameters, "MESSAGE_TOO_LONG");
        var keyboard = KeyboardParameter.Read(request.Parameters);
        var (room, message) = OwnMessage(request);
        return message.Document is null
            ? Apply(request, room, message, message with { Text = text.Text, Entities = text.Entities, InlineKeyboard = keyboard })
            : throw ApiRefusal.BadRequest("there is no text in the message to edit");
    }

    public static JsonNode EditMessageCaption(ApiRequest request)
    {
        var text = TextParameters.Caption(request.Parameters);
        var keyboard = KeyboardParameter.Read(request.Parameters);
        var (room, message) = OwnMessage(request);
        return message.Document is not null
            ? Apply(request, room, message, message with { Text = text.Text, Entities = text.Entities, InlineKeyboard = keyboard })
            : throw ApiRefusal.BadRequest("there is no caption in the message to edit");
    }

    public static JsonNode EditMessageReplyMarkup(ApiRequest request)
    {
        var keyboard = KeyboardParameter.Read(request.Parameters);
        var (room, message) = OwnMessage(request);
        return Apply(request, room, message, message with { InlineKeyboard = keyboard });
    }

    public static JsonNode DeleteMessage(ApiRequest request)
    {
        var id = MessageId(request);
        var room = request.OpenChat();
        var message = room.FindOrNull(id) ?? throw ApiRefusal.BadRequest("message to delete not found");
        var mayDelete = message.From.IsBot || room.Chat.Type == SandboxChatType.Private || room.Bot == BotStanding.Administrator;
        if (!mayDelete || request.World.Now - message.Date > DeletableFor)
        {
            throw ApiRefusal.BadRequest("message can't be deleted");
        }

        request.World.Delete(room, id);
        return true;
    }

    private static (ChatRoom Room, SandboxMessage Message) OwnMessage(ApiRequest request)
    {
        var id = MessageId(request);
        var room = request.OpenChat();
        var message = room.FindOrNull(id) ?? throw ApiRefusal.BadRequest("message to edit not found");
        return message.From.IsBot ? (room, message) : throw ApiRefusal.BadRequest("message can't be edited");
    }

    private static int MessageId(ApiRequest request) =>
        request.Parameters.Int("message_id") is not 0 and var id ? id : throw ApiRefusal.BadRequest("message identifier is not specified");

    private static JsonObject Apply(ApiRequest request, ChatRoom room, SandboxMessage old, SandboxMessage changed)
    {
        if (Content(old) == Content(changed))
        {
            throw ApiRefusal.BadRequest(NotModified);
        }

        request.World.Limiter.Take(room.Chat);
        var isTextChanged = old.Html != changed.Html;
        var edited = isTextChanged ? changed with { EditDate = request.World.Now } : changed;
        request.World.Show(room, edited);
        return WireMessage.Of(request.World, room, edited);
    }

    private static string Content(SandboxMessage message) =>
        message.Html + '\0' + WireEntity.All(message.Entities).ToJsonString() + WireKeyboard.Of(message.InlineKeyboard).ToJsonString();
}
