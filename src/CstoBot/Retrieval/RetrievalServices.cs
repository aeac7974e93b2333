using CstoBot.Ingestion;
using CstoBot.Retrieval.Dense;
using CstoBot.Retrieval.Indexing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CstoBot.Retrieval;

internal static class RetrievalServices
{
    /// <param name="keepsIndexes">Whether indexes of large corpora are written to the data folder; else one that lies there is only read.</param>
    public static IServiceCollection AddRetrieval(this IServiceCollection services, bool keepsIndexes = false)
    {
        services.AddOptionsWithValidateOnStart<IndexingOptions, IndexingOptionsValidator>()
            .BindConfiguration(IndexingOptions.Section)
            .Configure<IConfiguration>((options, configuration) =>
            {
                options.Keep = keepsIndexes;
                options.Folder = Path.Combine(configuration["Data:Folder"] ?? "data", "index");
            });
        services.AddOptionsWithValidateOnStart<EmbeddingsOptions, EmbeddingsOptionsValidator>().BindConfiguration(EmbeddingsOptions.Section);
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<CurrentIndex>();
        services.AddSingleton<IndexFolder>();
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
