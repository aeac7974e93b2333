using System.Collections.Frozen;
using System.Text.Json;
using ModelSandbox.Prompts;

namespace ModelSandbox.Protocol;

/// <summary>Reads the messages of a request: known roles only, content as text or as text parts.</summary>
internal static class MessageReader
{
    private static readonly FrozenSet<string> Roles = FrozenSet.Create("system", "developer", "user", "assistant");
    private static readonly FrozenSet<string> Fields = FrozenSet.Create("role", "content", "name");
    private static readonly FrozenSet<string> PartFields = FrozenSet.Create("type", "text");

    public static IReadOnlyList<ChatMessage> Read(JsonElement messages) =>
        messages.ValueKind == JsonValueKind.Array && messages.GetArrayLength() > 0
            ? [.. messages.EnumerateArray().Select((message, index) => ReadOne(message, $"messages[{index}]"))]
            : throw new ApiRefusal(400, "Invalid 'messages': expected an array with at least one message.", parameter: "messages", code: "empty_array");

    private static ChatMessage ReadOne(JsonElement message, string path)
    {
        var fields = new RequestFields(message, path);
        fields.AllowOnly(Fields);
        fields.TextOrNull("name");
        var role = fields.Text("role");
        return Roles.Contains(role)
            ? new ChatMessage(role, Content(fields.Any("content"), $"{path}.content"))
            : throw new ApiRefusal(400, $"Invalid value: '{role}'. Supported values are: {string.Join(", ", Roles.Order())}.", parameter: $"{path}.role", code: "invalid_value");
    }

    private static string Content(JsonElement content, string path) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString() ?? "",
        JsonValueKind.Array when content.GetArrayLength() > 0 =>
            string.Concat(content.EnumerateArray().Select((part, index) => Part(part, $"{path}[{index}]"))),
        _ => throw new ApiRefusal(400, $"Invalid type for '{path}': expected a string or an array of text parts.", parameter: path, code: "invalid_type"),
    };

    private static string Part(JsonElement part, string path)
    {
        var fields = new RequestFields(part, path);
        fields.AllowOnly(PartFields);
        return fields.Text("type") == "text"
            ? fields.Text("text")
            : throw new ApiRefusal(400, $"Invalid value for '{path}.type': only 'text' is supported by this model.", parameter: path, code: "invalid_value");
    }
}
