using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using CstoBot.Ingestion.Versions;
using CstoBot.Ingestion.Web;
using CstoBot.Retrieval;
using CstoBot.Storage;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CstoBot.Tests.Ingestion.Reloading;

/// <summary>The whole path of the sources as the bot has it, with a real database of versions; started anew as often as a test likes.</summary>
internal sealed class SomeChanges : IDisposable
{
    private readonly TemporaryFolder? ownData;
    private readonly bool ownsSources;
    private ServiceProvider provider;

    /// <param name="onDisk">Whether the index lies on disk, as that of a large corpus does.</param>
    public SomeChanges(bool onDisk = false)
    {
        (IsOnDisk, ownsSources, ownData) = (onDisk, true, new TemporaryFolder());
        (Sources, Data) = (new SomeSources(), ownData.Path);
        provider = Start();
    }

    /// <summary>Another program over the same sources and data.</summary>
    public SomeChanges(SomeChanges other)
    {
        (IsOnDisk, Sources, Data) = (other.IsOnDisk, other.Sources, other.Data);
        provider = Start();
    }

    public SomeSources Sources { get; }

    public string Data { get; }

    public FakeTimeProvider Time { get; } = new(Some.Time);

    /// <summary>Put in the place of the product's own.</summary>
    public ICorpusTrial? Trial { get; set; }

    /// <inheritdoc cref="Trial"/>
    public IWebPages? Pages { get; set; }

    public CurrentIndex Current => provider.GetRequiredService<CurrentIndex>();

    public Corpus Corpus => Current.Value.Corpus;

    public ICorpusChanges Changes => provider.GetRequiredService<ICorpusChanges>();

    public IUploads Uploads => provider.GetRequiredService<IUploads>();

    public IDocumentArchive Archive => provider.GetRequiredService<IDocumentArchive>();

    private bool IsOnDisk { get; }

    public Task<CorpusOutcome> RunAsync(CorpusChange change, CorpusCause cause = CorpusCause.Admin) =>
        Changes.Start(change, new CorpusRequester(cause, UserId: cause == CorpusCause.Admin ? 7 : null)).Completion;

    public Task<CorpusOutcome> ReloadAsync(CorpusCause cause = CorpusCause.Admin) => RunAsync(new CorpusChange.Reload(), cause);

    /// <summary>A change that is to succeed.</summary>
    public async Task<ReloadReport> DoneAsync(CorpusChange change, CorpusCause cause = CorpusCause.Admin) => (await RunAsync(change, cause)) switch
    {
        CorpusOutcome.Done(var report) => report,
        var other => throw new InvalidOperationException($"{other}"),
    };

    public Task<ReloadReport> DoneAsync() => DoneAsync(new CorpusChange.Reload());

    /// <summary>Takes the kept version up, without a look at the folder.</summary>
    public Task CatchUpAsync() => provider.GetRequiredService<CorpusInUse>().CatchUpAsync(CancellationToken.None);

    /// <summary>Lets it look after the folder by itself while it is not disposed of.</summary>
    public async Task<IAsyncDisposable> WatchAsync()
    {
        var watch = provider.GetServices<IHostedService>().OfType<SourceWatch>().Single();
        await watch.StartAsync(CancellationToken.None);
        return new Watching(watch);
    }

    /// <summary>Lets time pass until it is so.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!isSo())
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, over.Token);
        }
    }

    /// <summary>Ends the program and begins it anew, without reading the folder.</summary>
    public void Restart()
    {
        provider.Dispose();
        provider = Start();
    }

    public IReadOnlyList<string> Texts() => Corpus.Documents.Select(document => document.Text).ToList();

    public void Dispose()
    {
        provider.Dispose();
        ownData?.Dispose();
        if (ownsSources)
        {
            Sources.Dispose();
        }
    }

    private ServiceProvider Start()
    {
        var services = SomeSources.Services(Sources.Folder, KeyValuePair.Create<string, string?>("Data:Folder", Data), KeyValuePair.Create<string, string?>("Index:MemoryMegabytes", IsOnDisk ? "0" : "16"), KeyValuePair.Create<string, string?>("Sources:Watch", "true"));
        services.AddRetrieval(keepsIndexes: true);
        services.AddCorpusStorage();
        services.AddSourceWatch();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
        if (Trial is not null)
        {
            services.AddSingleton(Trial);
        }

        if (Pages is not null)
        {
            services.AddSingleton(Pages);
        }

        return services.BuildServiceProvider();
    }

    private sealed class Watching(IHostedService watch) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => new(watch.StopAsync(CancellationToken.None));
    }
}
