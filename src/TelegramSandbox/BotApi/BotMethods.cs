using System.Text.Json.Nodes;
using TelegramSandbox.BotApi.Methods;
using TelegramSandbox.Wire;

namespace TelegramSandbox.BotApi;

/// <summary>The methods that the sandbox knows, by name in any case.</summary>
internal static class BotMethods
{
    public const string GetUpdates = "getUpdates";

    private static readonly Dictionary<string, (string Name, Func<ApiRequest, JsonNode> Run)> Table =
        new (string Name, Func<ApiRequest, JsonNode> Run)[]
        {
            ("getMe", request => WireUser.Me(request.World.Bot, request.World.Options)),
            (GetUpdates, _ => throw new InvalidOperationException("getUpdates waits and is run apart")),
            ("logOut", _ => true),
            ("close", _ => true),
            ("sendMessage", SendMethods.SendMessage),
            ("sendMessageDraft", SendMethods.SendMessageDraft),
            ("sendDocument", SendMethods.SendDocument),
            ("sendPhoto", SendMethods.SendPhoto),
            ("editMessageText", EditMethods.EditMessageText),
            ("editMessageCaption", EditMethods.EditMessageCaption),
            ("editMessageReplyMarkup", EditMethods.EditMessageReplyMarkup),
            ("deleteMessage", EditMethods.DeleteMessage),
            ("sendChatAction", InteractionMethods.SendChatAction),
            ("setMessageReaction", InteractionMethods.SetMessageReaction),
            ("answerCallbackQuery", InteractionMethods.AnswerCallbackQuery),
            ("answerInlineQuery", InlineMethods.AnswerInlineQuery),
            ("getFile", FileMethods.GetFile),
            ("setMyCommands", ProfileMethods.SetMyCommands),
            ("getMyCommands", ProfileMethods.GetMyCommands),
            ("deleteMyCommands", ProfileMethods.DeleteMyCommands),
            ("setMyDescription", ProfileMethods.SetMyDescription),
            ("getMyDescription", ProfileMethods.GetMyDescription),
            ("setMyShortDescription", ProfileMethods.SetMyShortDescription),
            ("getMyShortDescription", ProfileMethods.GetMyShortDescription),
            ("setWebhook", WebhookMethods.SetWebhook),
            ("deleteWebhook", WebhookMethods.DeleteWebhook),
            ("getWebhookInfo", WebhookMethods.GetWebhookInfo),
            ("getChat", ChatMethods.GetChat),
            ("getChatMember", ChatMethods.GetChatMember),
            ("getChatAdministrators", ChatMethods.GetChatAdministrators),
            ("getChatMemberCount", ChatMethods.GetChatMemberCount),
            ("leaveChat", ChatMethods.LeaveChat),
        }.ToDictionary(entry => entry.Name, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null when Telegram (or this sandbox) has no such method.</returns>
    public static (string Name, Func<ApiRequest, JsonNode> Run)? FindOrNull(string name) =>
        Table.TryGetValue(name, out var method) ? method : null;
}
