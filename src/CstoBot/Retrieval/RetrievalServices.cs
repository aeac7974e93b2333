using CstoBot.Ingestion;

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
        services.AddSingleton<CurrentIndex>();
        services.AddSingleton<IndexFolder>();
        services.AddSingleton<ICorpusIndexer, CorpusIndexer>();
        return services;
    }
}
