using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TelegramSandbox.BotApi;

/// <summary>The parameters of one call. As in Telegram, every value is a text, objects are JSON texts.</summary>
internal sealed record ApiParameters(
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, UploadedFile> Files)
{
    /// <returns>Empty when absent.</returns>
    public string Text(string name) => Values.GetValueOrDefault(name, "");

    public bool Has(string name) => Text(name).Length > 0;

    /// <summary>0 when absent or no number: Telegram reads leniently.</summary>
    public long Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public int Int(string name) => (int)Math.Clamp(Number(name), int.MinValue, int.MaxValue);

    public bool Flag(string name) => Text(name).ToLowerInvariant() is "true" or "yes" or "1";

    /// <returns>Null when absent.</returns>
    /// <param name="thing">What Telegram calls it in "can't parse … JSON object".</param>
    public JsonNode? JsonOrNull(string name, string thing)
    {
        if (!Has(name))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(Text(name));
        }
        catch (JsonException)
        {
            throw ApiRefusal.BadRequest($"can't parse {thing} JSON object");
        }
    }

    /// <summary>All of it as one object, for the log of calls.</summary>
    public JsonElement ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, value) in Values)
        {
            json[name] = (value.StartsWith('{') || value.StartsWith('[')) && TryParse(value, out var node) ? node : value;
        }

        foreach (var (name, file) in Files)
        {
            json[name] ??= file.FileName;
        }

        return JsonSerializer.SerializeToElement(json);
    }

    private static bool TryParse(string value, out JsonNode? node)
    {
        try
        {
            node = JsonNode.Parse(value);
            return true;
        }
        catch (JsonException)
        {
            node = null;
            return false;
        }
    }
}

internal sealed record UploadedFile(string FileName, string ContentType, byte[] Content);
