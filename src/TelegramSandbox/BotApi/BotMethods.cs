using System.Text.Json.Nodes;
using TelegramSandbox.BotApi.Methods;
using TelegramSandbox.Wire;

namespace TelegramSandbox.BotApi;

/// <summary>The methods that the sandbox knows, by name in any case.</summary>
internal static class BotMethods
{
    public const string GetUpdates = "getUpdates";

    private static readonly Dictionary<string, BotMethod> Table =
        new BotMethod[]
        {
            new("getMe", request => WireUser.Me(request.World.Bot, request.World.Options)),
            new(GetUpdates, _ => throw new InvalidOperationException("getUpdates waits and is run apart")),
            new("logOut", _ => true),
            new("close", _ => true),
            new("sendMessage", SendMethods.SendMessage) { LocksItself = true },
            new("sendMessageDraft", SendMethods.SendMessageDraft),
            new("sendDocument", SendMethods.SendDocument),
            new("sendPhoto", SendMethods.SendPhoto),
            new("editMessageText", EditMethods.EditMessageText),
            new("editMessageCaption", EditMethods.EditMessageCaption),
            new("editMessageReplyMarkup", EditMethods.EditMessageReplyMarkup),
            new("deleteMessage", EditMethods.DeleteMessage),
            new("sendChatAction", InteractionMethods.SendChatAction),
            new("setMessageReaction", InteractionMethods.SetMessageReaction),
            new("answerCallbackQuery", InteractionMethods.AnswerCallbackQuery),
            new("answerInlineQuery", InlineMethods.AnswerInlineQuery),
            new("getFile", FileMethods.GetFile),
            new("setMyCommands", ProfileMethods.SetMyCommands),
            new("getMyCommands", ProfileMethods.GetMyCommands),
            new("deleteMyCommands", ProfileMethods.DeleteMyCommands),
            new("setMyDescription", ProfileMethods.SetMyDescription),
            new("getMyDescription", ProfileMethods.GetMyDescription),
            new("setMyShortDescription", ProfileMethods.SetMyShortDescription),
            new("getMyShortDescription", ProfileMethods.GetMyShortDescription),
            new("setWebhook", WebhookMethods.SetWebhook),
            new("deleteWebhook", WebhookMethods.DeleteWebhook),
            new("getWebhookInfo", WebhookMethods.GetWebhookInfo),
            new("getChat", ChatMethods.GetChat),
            new("getChatMember", ChatMethods.GetChatMember),
            new("getChatAdministrators", ChatMethods.GetChatAdministrators),
            new("getChatMemberCount", ChatMethods.GetChatMemberCount),
            new("leaveChat", ChatMethods.LeaveChat),
        }.ToDictionary(entry => entry.Name, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null when Telegram (or this sandbox) has no such method.</returns>
    public static BotMethod? FindOrNull(string name) => Table.GetValueOrDefault(name);
}

/// <param name="Name">As Telegram spells it.</param>
/// <param name="Run">Called inside the world's gate.</param>
internal sealed record BotMethod(string Name, Func<ApiRequest, JsonNode> Run)
{
    /// <summary>Much of it needs no gate, so it enters by itself; that the caller is inside already does no harm.</summary>
    public bool LocksItself { get; init; }
}
