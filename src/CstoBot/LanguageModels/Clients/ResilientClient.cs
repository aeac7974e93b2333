using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CstoBot.LanguageModels.Clients;

/// <summary>Tries again what may pass, before the first piece of the answer and never after it: nothing is ever said twice.</summary>
internal sealed class ResilientClient(IChatClient inner, Circuit circuit, TimeProvider time) : StreamingClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sent = messages.ToList();
        var (before, after) = await circuit.RunAsync(token => BeginAsync(sent, options, token), cancellationToken);
        await using (after)
        {
            foreach (var update in before)
            {
                yield return update;
            }

            while (await after.MoveNextAsync())
            {
                yield return after.Current;
            }
        }
    }

    /// <summary>Reads up to the first piece, that included; what comes before it is empty.</summary>
    private async ValueTask<(List<ChatResponseUpdate> Before, IAsyncEnumerator<ChatResponseUpdate> After)> BeginAsync(
        List<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var before = new List<ChatResponseUpdate>();
        var updates = InnerAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await updates.MoveNextAsync())
            {
                before.Add(updates.Current);
                if (updates.Current.Text.Length > 0)
                {
                    break;
                }
            }

            return (before, updates);
        }
        catch (Exception exception)
        {
            await updates.DisposeAsync();
            if (exception is OperationCanceledException && before.Count == 0 && time.GetElapsedTime(started) >= Circuit.Silence)
            {
                throw new SilentException();
            }

            throw;
        }
    }
}
