using System.Runtime.CompilerServices;
using CstoBot.Conversations;
using Microsoft.Extensions.AI;

namespace CstoBot.LanguageModels.Clients;

/// <summary>Logs each call once, when it has ended: which prompt, how long, how many tokens; never what was said.</summary>
internal sealed partial class MeasuredClient(IChatClient inner, ModelPrompt prompt, TimeProvider time, ILogger logger) : StreamingClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var started = time.GetTimestamp();
        var endpoint = GetService(typeof(ChatClientMetadata)) as ChatClientMetadata;
        var activity = ModelTelemetry.Begin(prompt, endpoint);
        TimeSpan? first = null;
        UsageDetails? usage = null;
        var isComplete = false;
        try
        {
            await foreach (var update in InnerAsync(messages, options, cancellationToken))
            {
                usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
                first ??= update.Text.Length > 0 ? time.GetElapsedTime(started) : null;
                yield return update;
            }

            isComplete = true;
        }
        finally
        {
            ModelTelemetry.End(activity, prompt, endpoint, isComplete, time.GetElapsedTime(started), usage);
            LogCall(prompt, isComplete, first?.TotalMilliseconds, time.GetElapsedTime(started).TotalMilliseconds, usage?.InputTokenCount, usage?.OutputTokenCount);
        }
    }

    [LoggerMessage(6001, LogLevel.Information, "Prompt {Prompt}: complete {IsComplete}, first piece after {FirstMs} ms, all after {ElapsedMs} ms, {InputTokens} tokens in, {OutputTokens} out")]
    private partial void LogCall(ModelPrompt prompt, bool isComplete, double? firstMs, double elapsedMs, long? inputTokens, long? outputTokens);
}
