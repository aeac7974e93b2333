using System.Diagnostics;
using System.Diagnostics.Metrics;
using CstoBot.Conversations;
using Microsoft.Extensions.AI;

namespace CstoBot.LanguageModels.Clients;

/// <summary>Measures the calls of the language model, by the semantic conventions for generative models; never what was said.</summary>
internal static class ModelTelemetry
{
    private const string Operation = "chat";

    private const string ErrorType = "error.type";
    private const string Incomplete = "incomplete";

    // Both with the bounds that the conventions name.
    private static readonly Histogram<double> Durations = Instruments.Seconds(
        "gen_ai.client.operation.duration", "GenAI operation duration.", [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92]);

    private static readonly Histogram<long> Tokens = Instruments.Sizes(
        "gen_ai.client.token.usage", "{token}", "Number of input and output tokens used.", 1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864);

    /// <returns>Null when nobody listens.</returns>
    public static Activity? Begin(ModelPrompt prompt, ChatClientMetadata? endpoint)
    {
        var activity = Instruments.Begin(endpoint?.DefaultModelId is { } model ? $"{Operation} {model}" : Operation, ActivityKind.Client);
        foreach (var (name, value) in activity is null ? [] : Tags(prompt, endpoint))
        {
            activity?.SetTag(name, value);
        }

        return activity;
    }

    public static void End(Activity? activity, ModelPrompt prompt, ChatClientMetadata? endpoint, bool isComplete, TimeSpan elapsed, UsageDetails? usage)
    {
        if (Durations.Enabled)
        {
            var tags = Tags(prompt, endpoint);
            Record(tags, "input", usage?.InputTokenCount);
            Record(tags, "output", usage?.OutputTokenCount);
            if (!isComplete)
            {
                tags.Add(ErrorType, Incomplete);
            }

            Durations.Record(elapsed.TotalSeconds, tags);
        }

        activity?.SetTag("gen_ai.usage.input_tokens", usage?.InputTokenCount).SetTag("gen_ai.usage.output_tokens", usage?.OutputTokenCount);
        activity?.SetTag(ErrorType, isComplete ? null : Incomplete).SetStatus(isComplete ? ActivityStatusCode.Unset : ActivityStatusCode.Error).Dispose();
    }

    private static void Record(TagList tags, string type, long? count)
    {
        if (count is { } tokens)
        {
            tags.Add("gen_ai.token.type", type);
            Tokens.Record(tokens, tags);
        }
    }

    private static TagList Tags(ModelPrompt prompt, ChatClientMetadata? endpoint) => new()
    {
        { "gen_ai.operation.name", Operation },
        { "gen_ai.provider.name", endpoint?.ProviderName ?? "openai" },
        { "gen_ai.request.model", endpoint?.DefaultModelId },
        { "cstobot.prompt", Instruments.Word(prompt) },
    };
}
