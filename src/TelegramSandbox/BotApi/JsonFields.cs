using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TelegramSandbox.BotApi;

/// <summary>Fields of JSON objects as Telegram reads them: numbers may be texts.</summary>
internal static class JsonFields
{
    public static string? TextOrNull(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static long? NumberOrNull(this JsonObject json, string name) =>
        json[name] is JsonValue value
        && long.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static bool Flag(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.ToString() is ("true" or "True");
}
