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

    public async ValueTask InitializeAsync()
    {
        await services.GetRequiredService<ISourceReload>().ReloadAsync(CancellationToken.None);
        Report = await new Evaluator(services.GetRequiredService<IAnswerer>(), TimeProvider.System)
            .EvaluateAsync(QuestionFile.Read(Path.Combine(AppContext.BaseDirectory, "development.jsonl")), Index.Corpus, new NoProgress(), CancellationToken.None);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static ServiceProvider Services()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build());
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
