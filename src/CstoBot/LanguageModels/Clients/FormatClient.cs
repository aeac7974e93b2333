using System.ClientModel;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CstoBot.LanguageModels.Clients;

/// <summary>
/// Asks for the answer's form as the endpoint understands it. <see cref="StructuredOutput.Auto"/> finds out: what is refused is asked again with less,
/// and what was taken once is kept to. For any thread.
/// </summary>
internal sealed class FormatClient(IChatClient inner, StructuredOutput wanted) : StreamingClient(inner)
{
    // Null while it is not known.
    private volatile object? taken = wanted == StructuredOutput.Auto ? null : wanted;

    /// <param name="options">With the form of the answer as a schema.</param>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sent = messages.ToList();
        var isKnown = taken is not null;
        var form = taken as StructuredOutput? ?? StructuredOutput.Schema;
        var updates = InnerAsync(sent, With(options, form), cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            bool? hasMore;
            while ((hasMore = await BeginOrNullAsync(updates, isKnown || form == StructuredOutput.None)) is null)
            {
                await updates.DisposeAsync();
                form++;
                updates = InnerAsync(sent, With(options, form), cancellationToken).GetAsyncEnumerator(cancellationToken);
            }

            taken ??= form;
            for (; hasMore == true; hasMore = await updates.MoveNextAsync())
            {
                yield return updates.Current;
            }
        }
        finally
        {
            await updates.DisposeAsync();
        }
    }

    /// <summary>Moves to the first update. Null: the endpoint does not take the form.</summary>
    private static async ValueTask<bool?> BeginOrNullAsync(IAsyncEnumerator<ChatResponseUpdate> updates, bool isLast)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (ClientResultException exception) when (exception.Status is 400 or 422 && !isLast)
        {
            return null;
        }
    }

    private static ChatOptions? With(ChatOptions? options, StructuredOutput form)
    {
        if (form == StructuredOutput.Schema || options is null)
        {
            return options;
        }

        var changed = options.Clone();
        changed.ResponseFormat = form == StructuredOutput.Object ? ChatResponseFormat.Json : null;
        return changed;
    }
}
