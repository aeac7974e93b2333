using CstoBot.Ingestion;

namespace CstoBot.Retrieval;

internal static class RetrievalServices
{
    public static IServiceCollection AddRetrieval(this IServiceCollection services)
    {
        services.AddSingleton<CurrentIndex>();
        services.AddSingleton<ICorpusIndexer, CorpusIndexer>();
        return services;
    }
}
