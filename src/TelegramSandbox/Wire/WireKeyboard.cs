using System.Text.Json.Nodes;

namespace TelegramSandbox.Wire;

/// <summary>Inline keyboards as the Bot API writes them.</summary>
internal static class WireKeyboard
{
    public static JsonObject Of(IReadOnlyList<IReadOnlyList<SandboxButton>> rows) => new()
    {
        ["inline_keyboard"] = new JsonArray([.. rows.Select(row => new JsonArray([.. row.Select(Button)]))]),
    };

    private static JsonNode Button(SandboxButton button)
    {
        var json = new JsonObject { ["text"] = button.Text };
        Add(json, "url", button.Url);
        Add(json, "callback_data", button.CallbackData);
        Add(json, "switch_inline_query", button.SwitchInlineQuery);
        Add(json, "style", button.Style);
        if (button.CopyText is not null)
        {
            json["copy_text"] = new JsonObject { ["text"] = button.CopyText };
        }

        return json;
    }

    private static void Add(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
