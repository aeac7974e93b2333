using CstoBot.Answering;
using CstoBot.Ingestion;
using CstoBot.LanguageModels;
using CstoBot.Retrieval;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CstoBot.Benchmarks.Models;

/// <summary>The answering stages over the shipped documents, put together as <c>cstobot ask</c> does it.</summary>
internal static class LinkedAnswers
{
    /// <param name="settings">Of the model.</param>
    public static async Task<ServiceProvider> StartAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).AddInMemoryCollection(settings).Build());
        services.AddSingleton(TimeProvider.System);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddIngestion().AddRetrieval().AddLanguageModels().AddAnswering(keepsAnswers: false);
        var provider = services.BuildServiceProvider();
        await provider.CheckStartAsync(CancellationToken.None);
        await provider.GetRequiredService<ISourceReload>().ReloadAsync(CancellationToken.None);
        return provider;
    }
}
