using System.Text.Json.Nodes;
using ModelSandbox.Protocol;
using ModelSandbox.Script;

namespace ModelSandbox.Wire;

/// <summary>The JSON of an answer, whole or as events of a stream.</summary>
internal static class CompletionJson
{
    public static string Whole(Completion completion)
    {
        var message = new { role = "assistant", content = ContentOrNull(completion, completion.Text), refusal = (string?)null };
        var choice = new { index = 0, message, logprobs = (object?)null, finish_reason = completion.FinishReason };
        var json = Envelope(completion, "chat.completion", choice);
        if (completion.HasUsage)
        {
            json["usage"] = Node(completion.Usage);
        }

        return json.ToJsonString(ApiJson.Options);
    }

    public static string Role(Completion completion) => Event(completion, new { role = "assistant", content = "", refusal = (string?)null }, null);

    public static string Piece(Completion completion, string piece) => Event(completion, new { content = ContentOrNull(completion, piece) }, null);

    public static string Finish(Completion completion, string reason) => Event(completion, new { }, reason);

    public static string Usage(Completion completion)
    {
        var json = Envelope(completion, "chat.completion.chunk", choice: null);
        json["usage"] = Node(completion.Usage);
        return json.ToJsonString(ApiJson.Options);
    }

    private static string Event(Completion completion, object delta, string? reason)
    {
        var json = Envelope(completion, "chat.completion.chunk", new { index = 0, delta, logprobs = (object?)null, finish_reason = reason });
        if (completion.Request.IncludesUsage && completion.HasUsage)
        {
            json["usage"] = null;
        }

        return json.ToJsonString(ApiJson.Options);
    }

    private static JsonObject Envelope(Completion completion, string kind, object? choice) => new()
    {
        ["id"] = completion.Id,
        ["object"] = kind,
        ["created"] = completion.Created,
        ["model"] = completion.Request.Model,
        ["system_fingerprint"] = "fp_scripted",
        ["choices"] = choice is null || completion.Fault is ModelFault.EmptyChoices ? [] : new JsonArray(Node(choice)),
    };

    private static string? ContentOrNull(Completion completion, string text) => completion.Fault is ModelFault.NullContent ? null : text;

    private static JsonNode? Node(object value) => System.Text.Json.JsonSerializer.SerializeToNode(value, ApiJson.Options);
}
