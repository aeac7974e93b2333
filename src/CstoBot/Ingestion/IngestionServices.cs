using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Formats.Workers;
using CstoBot.Ingestion.Reloading;
using CstoBot.Ingestion.Versions;
using CstoBot.Ingestion.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CstoBot.Ingestion;

internal static class IngestionServices
{
    public static IServiceCollection AddIngestion(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SourcesOptions, SourcesOptionsValidator>().BindConfiguration(SourcesOptions.Section);
        services.AddOptionsWithValidateOnStart<FormatsOptions, FormatsOptionsValidator>().BindConfiguration(FormatsOptions.Section);
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<ExtractionProcesses>();
        services.AddSingleton<IDocumentExtraction, DocumentExtraction>();
        services.AddWebPages();
        services.AddSingleton<SourceFolder>();
        services.AddSingleton<FileReader>();
        services.AddSingleton<PageReading>();
        services.AddSingleton<CorpusBuilder>();
        services.AddSingleton<CorpusInUse>();
        services.AddSingleton<CorpusChanger>();
        services.AddSingleton<ICorpusChanges, CorpusChanges>();
        services.AddSingleton<ISourceReload, SourceReloader>();
        services.AddSingleton<IUploads, Uploads>();

        // Registered later, a storage that keeps something takes the place of these.
        services.TryAddSingleton<ForgetfulCorpusStore>();
        services.AddSingleton<ICorpusStore>(provider => provider.GetRequiredService<ForgetfulCorpusStore>());
        services.AddSingleton<IDocumentArchive>(provider => provider.GetRequiredService<ForgetfulCorpusStore>());
        services.AddSingleton<IFileStore, ForgetfulFileStore>();
        services.AddSingleton<ICorpusTrial, NoTrial>();
        return services;
    }

    /// <summary>For the bot: changes are taken up without being asked for.</summary>
    public static IServiceCollection AddSourceWatch(this IServiceCollection services) => services.AddHostedService<SourceWatch>();
}
