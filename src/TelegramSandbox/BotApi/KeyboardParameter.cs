using System.Text;
using System.Text.Json.Nodes;
using TelegramSandbox.Entities;

namespace TelegramSandbox.BotApi;

/// <summary>Reads <c>reply_markup</c>. Keyboards that replace the person's own are accepted and not shown.</summary>
internal static class KeyboardParameter
{
    private const int MaxDataBytes = 64;
    private const int MaxButtons = 100;
    private const int MaxCopyText = 256;

    public static IReadOnlyList<IReadOnlyList<SandboxButton>> Read(ApiParameters parameters)
    {
        var json = parameters.JsonOrNull("reply_markup", "reply keyboard markup");
        if (json is null)
        {
            return [];
        }

        if (json is not JsonObject markup)
        {
            throw ApiRefusal.BadRequest("object expected as reply markup");
        }

        if (markup["inline_keyboard"] is not { } keyboard)
        {
            return [];
        }

        if (keyboard is not JsonArray rows)
        {
            throw ApiRefusal.BadRequest("field \"inline_keyboard\" must be of type Array");
        }

        List<IReadOnlyList<SandboxButton>> read = [.. rows.Select(Row).Where(row => row.Count > 0)];
        return read.Sum(row => row.Count) <= MaxButtons ? read : throw ApiRefusal.BadRequest("REPLY_MARKUP_TOO_LONG");
    }

    private static IReadOnlyList<SandboxButton> Row(JsonNode? row) => row is JsonArray buttons
        ? [.. buttons.Select(Button)]
        : throw ApiRefusal.BadRequest("field \"inline_keyboard\" must be an Array of Arrays");

    private static SandboxButton Button(JsonNode? json)
    {
        if (json is not JsonObject button)
        {
            throw Unreadable("InlineKeyboardButton must be an Object");
        }

        var text = button.TextOrNull("text") ?? throw Unreadable("can't find field \"text\"");
        if (text.Trim().Length == 0)
        {
            throw Unreadable("inline keyboard button text must be non-empty");
        }

        var read = new SandboxButton(text)
        {
            CallbackData = button.TextOrNull("callback_data"),
            Url = UrlOrNull(button),
            CopyText = (button["copy_text"] as JsonObject)?.TextOrNull("text"),
            SwitchInlineQuery = button.TextOrNull("switch_inline_query") ?? button.TextOrNull("switch_inline_query_current_chat"),
            Style = button.TextOrNull("style"),
        };
        EnsureOneAction(button, read);
        return read;
    }

    private static void EnsureOneAction(JsonObject button, SandboxButton read)
    {
        if (read.CallbackData is { } data && Encoding.UTF8.GetByteCount(data) is (0 or > MaxDataBytes))
        {
            throw ApiRefusal.BadRequest("BUTTON_DATA_INVALID");
        }

        if (read.CopyText is { Length: 0 or > MaxCopyText })
        {
            throw ApiRefusal.BadRequest("BUTTON_COPY_TEXT_INVALID");
        }

        if (read is { CallbackData: null, Url: null, CopyText: null, SwitchInlineQuery: null }
            && !button.ContainsKey("web_app") && !button.ContainsKey("login_url") && !button.ContainsKey("pay"))
        {
            throw Unreadable("text buttons are unallowed in the inline keyboard");
        }
    }

    private static string? UrlOrNull(JsonObject button) => button.TextOrNull("url") switch
    {
        null => null,
        var url => LinkAddress.CheckedOrNull(url)
            ?? throw ApiRefusal.BadRequest($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"),
    };

    private static ApiRefusal Unreadable(string reason) => ApiRefusal.BadRequest("can't parse inline keyboard button: " + reason);
}
