using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Formats.Workers;

namespace CstoBot.Ingestion;

internal static class IngestionServices
{
    public static IServiceCollection AddIngestion(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SourcesOptions, SourcesOptionsValidator>().BindConfiguration(SourcesOptions.Section);
        services.AddOptionsWithValidateOnStart<FormatsOptions, FormatsOptionsValidator>().BindConfiguration(FormatsOptions.Section);

        services.AddSingleton<SourceFolder>();
        services.AddSingleton<ExtractionProcesses>();
        services.AddSingleton<IDocumentExtraction, DocumentExtraction>();
        services.AddSingleton<CorpusReader>();
        services.AddSingleton<ISourceReload, SourceReloader>();
        return services;
    }
}
