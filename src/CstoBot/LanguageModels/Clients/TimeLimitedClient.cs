using System.Runtime.CompilerServices;
using CstoBot.Conversations;
using Microsoft.Extensions.AI;

namespace CstoBot.LanguageModels.Clients;

/// <summary>Ends a call that takes too long in all, however much of its answer is there.</summary>
internal sealed class TimeLimitedClient(IChatClient inner, TimeSpan limit, TimeProvider time) : StreamingClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var patience = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await using var updates = InnerAsync(messages, options, either.Token).GetAsyncEnumerator(either.Token);
        while (await MoveAsync(updates, cancellationToken))
        {
            yield return updates.Current;
        }
    }

    private async ValueTask<bool> MoveAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelFailedException(ModelFailure.TooSlow, $"the model did not end its answer within {limit.TotalSeconds} s");
        }
    }
}
