using System.Text.Json;
using ModelSandbox.Prompts;

namespace ModelSandbox.Protocol;

/// <summary>A request for a chat completion that passed every check.</summary>
/// <param name="MaxTokens">Null: as long as the model likes.</param>
/// <param name="Parameters">The whole body, for assertions.</param>
internal sealed record ChatRequest(
    string Model,
    IReadOnlyList<ChatMessage> Messages,
    bool IsStreamed,
    bool IncludesUsage,
    double? Temperature,
    int? MaxTokens,
    ResponseFormat Format,
    JsonElement Parameters);

/// <summary>In which form the answer is wanted.</summary>
/// <param name="Kind"><c>text</c>, <c>json_object</c> or <c>json_schema</c>.</param>
internal sealed record ResponseFormat(string Kind, string? Name, JsonElement? Schema, bool IsStrict);
