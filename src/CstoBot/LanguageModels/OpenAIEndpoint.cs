using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;

namespace CstoBot.LanguageModels;

/// <summary>How an OpenAI-compatible server is reached. The key is in a header of every request, so nothing may log or trace them, nor follow whoever sends them elsewhere.</summary>
internal static class OpenAIEndpoint
{
    // The client insists on a key; servers that need none do not look at it.
    private const string NoKey = "none";

    public static ApiKeyCredential Credential(string? key) => new(string.IsNullOrEmpty(key) ? NoKey : key);

    public static OpenAIClientOptions Options(string? endpoint, IReadOnlyDictionary<string, string> headers) => new()
    {
        Endpoint = new Uri(endpoint ?? string.Empty),
        Transport = new HttpClientPipelineTransport(CreateHttpClient(headers)),
        // What is around it tries again and watches the time, on the program's clock.
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        NetworkTimeout = Timeout.InfiniteTimeSpan,
        EnableDistributedTracing = false,
        ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
    };

    private static HttpClient CreateHttpClient(IReadOnlyDictionary<string, string> headers)
    {
        var client = new HttpClient(
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
        foreach (var (name, value) in headers)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        return client;
    }
}
