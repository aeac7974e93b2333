using CstoBot.Answering;
using CstoBot.Ingestion;
using CstoBot.LanguageModels;
using CstoBot.Retrieval;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

[assembly: AssemblyFixture(typeof(CstoBot.Evaluation.Tests.ShippedDocuments))]

namespace CstoBot.Evaluation.Tests;

/// <summary>The stages that answer, as the program puts them together, over the documents that come with it; loaded once for all tests.</summary>
public sealed class ShippedDocuments : IAsyncLifetime
{
    private readonly ServiceProvider services = Services();

    internal PassageIndex Index => services.GetRequiredService<CurrentIndex>().Value;

    /// <summary>The answers to the development questions.</summary>
    internal EvaluationReport Report { get; private set; } = null!;

    /// <summary>The answers to the development questions from other documents than the shipped ones.</summary>
    internal static async Task<EvaluationReport> AskAsync(string folder)
    {
        await using var services = Services(KeyValuePair.Create<string, string?>("Sources:Folder", folder));
        return await AskAsync(services);
    }

    public async ValueTask InitializeAsync()
    {
        Report = await AskAsync(services);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static async Task<EvaluationReport> AskAsync(ServiceProvider services)
    {
        await services.GetRequiredService<ISourceReload>().ReloadAsync(CancellationToken.None);
        return await new Evaluator(services.GetRequiredService<IAnswerer>(), TimeProvider.System).EvaluateAsync(
            QuestionFile.Read(Path.Combine(AppContext.BaseDirectory, "development.jsonl")),
            services.GetRequiredService<CurrentIndex>().Value.Corpus,
            new NoProgress(),
            CancellationToken.None);
    }

    private static ServiceProvider Services(params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).AddInMemoryCollection(settings).Build());
        collection.AddSingleton(TimeProvider.System);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        return collection.AddIngestion().AddRetrieval().AddLanguageModels().AddAnswering(keepsAnswers: false).BuildServiceProvider();
    }

    private sealed class NoProgress : IProgress<int>
    {
        public void Report(int value)
        {
        }
    }
}
