using CstoBot.Ingestion.Web;

namespace CstoBot.Ingestion;

internal static class IngestionServices
{
    public static IServiceCollection AddIngestion(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SourcesOptions, SourcesOptionsValidator>().BindConfiguration(SourcesOptions.Section);

        services.AddSingleton<SourceFolder>();
        services.AddSingleton<CorpusReader>();
        services.AddWebPages();
        services.AddSingleton<ISourceReload, SourceReloader>();
        return services;
    }
}
