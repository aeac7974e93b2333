using CstoBot.Ingestion;
using CstoBot.Retrieval.Dense;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CstoBot.Retrieval;

internal static class RetrievalServices
{
    public static IServiceCollection AddRetrieval(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<EmbeddingsOptions, EmbeddingsOptionsValidator>().BindConfiguration(EmbeddingsOptions.Section);
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<CurrentIndex>();
        services.AddSingleton<ICorpusIndexer, CorpusIndexer>();
        services.AddSingleton<HybridRetriever>();

        services.AddSingleton<DenseSearch>();
        services.AddSingleton<VectorBuilder>();
        services.AddSingleton<EmbeddingModel>();
        services.AddSingleton(provider => new Lazy<IEmbeddingGenerator<string, Embedding<float>>>(
            provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>));
        services.TryAddSingleton<IVectorStore, ForgetfulVectorStore>();
        return services;
    }
}
