using System.Runtime.CompilerServices;
using CstoBot.Conversations;
using Microsoft.Extensions.AI;

namespace CstoBot.LanguageModels.Clients;

/// <summary>Makes sure that an answer has an end: one that was cut off is told from one that is short.</summary>
internal sealed class CompleteAnswerClient(IChatClient inner) : StreamingClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatFinishReason? end = null;
        await foreach (var update in InnerAsync(messages, options, cancellationToken))
        {
            end = update.FinishReason ?? end;
            yield return update;
        }

        if (end != ChatFinishReason.Stop)
        {
            throw new ModelFailedException(ModelFailure.Broken, Reason(end, options?.MaxOutputTokens));
        }
    }

    private static string Reason(ChatFinishReason? end, int? maxOutputTokens) =>
        end == ChatFinishReason.Length ? $"the model's answer was cut off after the {maxOutputTokens} tokens of Model:MaxOutputTokens, or at the model's own limit"
        : end == ChatFinishReason.ContentFilter ? "the endpoint's content filter withheld the model's answer"
        : end == ChatFinishReason.ToolCalls ? "the model called a tool that it was not given"
        : "the model's answer was cut off";
}
