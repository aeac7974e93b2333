using System.Collections.Frozen;
using System.Text.Json;

namespace ModelSandbox.Protocol;

/// <summary>A request for embeddings that passed every check.</summary>
/// <param name="IsBase64">Vectors are wanted as base64 of little-endian 32-bit floats instead of numbers.</param>
internal sealed record EmbeddingRequest(string Model, IReadOnlyList<string> Texts, int Dimensions, bool IsBase64)
{
    /// <summary>OpenAI's limits.</summary>
    private const int MaxTexts = 2_048;
    private const int MaxTokensOfText = 8_192;

    private static readonly FrozenSet<string> Known = FrozenSet.Create("model", "input", "encoding_format", "dimensions", "user");

    public static EmbeddingRequest Read(JsonElement body, ModelServerOptions options)
    {
        var fields = new RequestFields(body);
        fields.AllowOnly(Known);
        fields.TextOrNull("user");
        var model = fields.Text("model");
        if (model != options.EmbeddingModel)
        {
            throw new ApiRefusal(404, $"The model `{model}` does not exist or you do not have access to it.", parameter: "model", code: "model_not_found");
        }

        return new EmbeddingRequest(
            model,
            Input(fields.Any("input")),
            fields.WholeOrNull("dimensions", 1, options.Dimensions) ?? options.Dimensions,
            fields.TextOrNull("encoding_format") switch
            {
                null or "float" => false,
                "base64" => true,
                var other => throw new ApiRefusal(400, $"Invalid value: '{other}'. Supported values are: 'float' and 'base64'.", parameter: "encoding_format"),
            });
    }

    private static IReadOnlyList<string> Input(JsonElement input)
    {
        IReadOnlyList<JsonElement> texts = input.ValueKind == JsonValueKind.Array ? [.. input.EnumerateArray()] : [input];
        if (texts.Count is 0 or > MaxTexts || texts.Any(text => text.ValueKind != JsonValueKind.String || text.GetString() is null or ""))
        {
            throw new ApiRefusal(400, $"'$.input' is invalid: expected a string or 1 to {MaxTexts} strings, none empty.", parameter: "input");
        }

        return texts.Any(text => TokenCount.Of(text.ToString()) > MaxTokensOfText)
            ? throw new ApiRefusal(400, $"This model's maximum context length is {MaxTokensOfText} tokens.", parameter: "input", code: "context_length_exceeded")
            : [.. texts.Select(text => text.ToString())];
    }
}
