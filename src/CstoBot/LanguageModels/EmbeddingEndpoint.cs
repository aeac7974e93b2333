using System.ClientModel;
using System.ClientModel.Primitives;
using CstoBot.Retrieval.Dense;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Embeddings;

namespace CstoBot.LanguageModels;

/// <summary>Makes the client of an OpenAI-compatible server of embeddings. The key is in a header of every request, so nothing may log or trace them.</summary>
internal static class EmbeddingEndpoint
{
    // The client insists on a key; servers that need none do not look at it.
    private const string NoKey = "none";

    public static IEmbeddingGenerator<string, Embedding<float>> Create(EmbeddingsOptions options, TimeProvider time)
    {
        var client = new EmbeddingClient(
            options.Name,
            new ApiKeyCredential(string.IsNullOrEmpty(options.Key) ? NoKey : options.Key),
            new OpenAIClientOptions
            {
                Endpoint = new Uri(options.Endpoint ?? string.Empty),
                Transport = new HttpClientPipelineTransport(CreateHttpClient()),
                // The generator around it tries again, on the program's clock.
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
                NetworkTimeout = Timeout.InfiniteTimeSpan,
                EnableDistributedTracing = false,
                ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
            });
        return new RetryingEmbeddingGenerator(client.AsIEmbeddingGenerator(options.Dimensions), TimeSpan.FromSeconds(options.TimeoutSeconds), time);
    }

    private static HttpClient CreateHttpClient() => new(
        new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(3),
        },
        disposeHandler: true)
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
