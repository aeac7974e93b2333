using CstoBot.Retrieval.Dense;
using Microsoft.Extensions.AI;
using OpenAI.Embeddings;

namespace CstoBot.LanguageModels;

/// <summary>Makes the client of an OpenAI-compatible server of embeddings.</summary>
internal static class EmbeddingEndpoint
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    public static IEmbeddingGenerator<string, Embedding<float>> Create(EmbeddingsOptions options, TimeProvider time)
    {
        var client = new EmbeddingClient(options.Name, OpenAIEndpoint.Credential(options.Key), OpenAIEndpoint.Options(options.Endpoint, NoHeaders));
        return new RetryingEmbeddingGenerator(client.AsIEmbeddingGenerator(options.Dimensions), TimeSpan.FromSeconds(options.TimeoutSeconds), time);
    }
}
