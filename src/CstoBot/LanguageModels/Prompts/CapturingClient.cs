using Microsoft.Extensions.AI;

namespace CstoBot.LanguageModels.Prompts;

/// <summary>Stands in for the model while a prompt is tried: keeps what would be sent.</summary>
internal sealed class CapturingClient : IChatClient
{
    private static readonly ChatClientMetadata Metadata = new("trial");

    public IReadOnlyList<ChatMessage> Messages { get; private set; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Messages = messages.ToList();
        return Task.FromResult(new ChatResponse());
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Messages = messages.ToList();
        return AsyncEnumerable.Empty<ChatResponseUpdate>();
    }

    // Semantic Kernel insists on the first.
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? Metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
