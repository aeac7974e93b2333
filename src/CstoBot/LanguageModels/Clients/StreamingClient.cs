using Microsoft.Extensions.AI;

namespace CstoBot.LanguageModels.Clients;

/// <summary>A decorating client with one path: who wants the whole answer at once gets what the stream adds up to.</summary>
internal abstract class StreamingClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public sealed override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <summary>The updates of the client within.</summary>
    protected IAsyncEnumerable<ChatResponseUpdate> InnerAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken);
}
