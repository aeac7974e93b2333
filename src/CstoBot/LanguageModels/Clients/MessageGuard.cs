using System.Runtime.CompilerServices;
using CstoBot.Conversations;
using Microsoft.Extensions.AI;

namespace CstoBot.LanguageModels.Clients;

/// <summary>Sends nothing but messages of the roles that the prompt was found to have: whatever an argument did to it, no message is added, lost or moved.</summary>
internal sealed class MessageGuard(IChatClient inner, IReadOnlyList<ChatRole> roles) : StreamingClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sent = messages.ToList();
        if (!sent.Select(message => message.Role).SequenceEqual(roles) || sent.Exists(message => message.Contents.Any(content => content is not TextContent)))
        {
            throw new ModelFailedException(ModelFailure.Broken, "the prompt's messages are not those it has: nothing was sent");
        }

        await foreach (var update in InnerAsync(sent, options, cancellationToken))
        {
            yield return update;
        }
    }
}
