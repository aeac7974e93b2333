using System.Collections.Frozen;
using System.Text.Json;

namespace ModelSandbox.Protocol;

/// <summary>Reads a request for a chat completion and refuses what a real server refuses.</summary>
internal static class ChatRequestReader
{
    /// <summary>OpenAI's parameters without those this server could only pretend to honour (tools, audio, several choices and so on).</summary>
    private static readonly FrozenSet<string> Known = new[]
    {
        "model", "messages", "stream", "stream_options", "temperature", "top_p", "max_tokens", "max_completion_tokens", "response_format",
        "seed", "stop", "n", "user", "presence_penalty", "frequency_penalty", "store", "metadata", "reasoning_effort", "verbosity",
        "service_tier", "prompt_cache_key", "safety_identifier", "logprobs",
    }.ToFrozenSet();

    public static ChatRequest Read(JsonElement body, ModelServerOptions options)
    {
        var fields = new RequestFields(body);
        fields.AllowOnly(Known);
        var model = fields.Text("model");
        if (!options.Models.Contains(model))
        {
            throw new ApiRefusal(404, $"The model `{model}` does not exist or you do not have access to it.", parameter: "model", code: "model_not_found");
        }

        CheckSampling(fields);
        var messages = MessageReader.Read(fields.Any("messages"));
        var isStreamed = fields.Flag("stream");
        var request = new ChatRequest(
            model,
            messages,
            isStreamed,
            IncludesUsage(fields, isStreamed),
            fields.NumberOrNull("temperature", 0, 2),
            MaxTokens(fields, options),
            ResponseFormatReader.Read(fields, messages, options),
            body);
        CheckLength(request, options);
        return request;
    }

    private static void CheckSampling(RequestFields fields)
    {
        fields.NumberOrNull("top_p", 0, 1);
        fields.NumberOrNull("presence_penalty", -2, 2);
        fields.NumberOrNull("frequency_penalty", -2, 2);
        fields.WholeOrNull("n", 1, 1);
        if (fields.Flag("logprobs"))
        {
            throw new ApiRefusal(400, "This model does not support logprobs.", parameter: "logprobs");
        }
    }

    private static bool IncludesUsage(RequestFields fields, bool isStreamed)
    {
        if (fields.ObjectOrNull("stream_options") is not { } streamOptions)
        {
            return false;
        }

        if (!isStreamed)
        {
            throw new ApiRefusal(400, "The 'stream_options' parameter is only allowed when 'stream' is enabled.", parameter: "stream_options");
        }

        streamOptions.AllowOnly(FrozenSet.Create("include_usage", "include_obfuscation"));
        return streamOptions.Flag("include_usage");
    }

    private static int? MaxTokens(RequestFields fields, ModelServerOptions options)
    {
        var old = fields.WholeOrNull("max_tokens", 1, options.ContextTokens);
        var current = fields.WholeOrNull("max_completion_tokens", 1, options.ContextTokens);
        return old is null || current is null
            ? old ?? current
            : throw new ApiRefusal(400, "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.", parameter: "max_tokens");
    }

    private static void CheckLength(ChatRequest request, ModelServerOptions options)
    {
        var tokens = request.Messages.Sum(message => TokenCount.Of(message.Text)) + (request.MaxTokens ?? 0);
        if (tokens > options.ContextTokens)
        {
            throw new ApiRefusal(
                400,
                $"This model's maximum context length is {options.ContextTokens} tokens. However, you requested {tokens} tokens.",
                parameter: "messages",
                code: "context_length_exceeded");
        }
    }
}
