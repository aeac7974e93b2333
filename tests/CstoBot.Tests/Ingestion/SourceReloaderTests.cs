using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Indexing;
using CstoBot.Tests.Retrieval;
using CstoBot.Tests.Retrieval.Dense;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace CstoBot.Tests.Ingestion;

public sealed class SourceReloaderTests : IDisposable
{
    private readonly SomeSources sources = new();
    private readonly CurrentIndex current = new();
    private readonly SourceReloader reloader;

    public SourceReloaderTests()
    {
        var indexer = new CorpusIndexer(current, SomeIndexes.InMemory(), SomeDense.Off, Options.Create(new SourcesOptions { Folder = sources.Folder }));
        reloader = new SourceReloader(SomeSources.Reader(sources.Folder), indexer, NullLogger<SourceReloader>.Instance);
    }

    public void Dispose()
    {
        reloader.Dispose();
        sources.Dispose();
    }

    [Fact]
    public async Task A_reload_switches_to_the_new_documents()
    {
        sources.Add("a.txt", "The council met.");
        await reloader.ReloadAsync(CancellationToken.None);
        var before = current.Value;
        sources.Add("b.txt", "The committee met.");

        var report = await reloader.ReloadAsync(CancellationToken.None);

        Assert.Equal(["b.txt"], report.Added);
        Assert.Single(before.Corpus.Documents);
        Assert.Equal(2, current.Value.Corpus.Documents.Count);
    }

    [Theory]
    [InlineData("glossary.yaml", "names: [[")]
    [InlineData("sources.yaml", "documents: 5")]
    public async Task A_broken_file_beside_the_documents_keeps_the_corpus_in_use(string file, string content)
    {
        sources.Add("a.txt", "The council met.");
        await reloader.ReloadAsync(CancellationToken.None);
        var before = current.Value;
        sources.Add(file, content);

        await Assert.ThrowsAsync<SourcesUnavailableException>(() => reloader.ReloadAsync(CancellationToken.None));

        Assert.Same(before, current.Value);
    }

    [Fact]
    public async Task An_empty_folder_keeps_the_corpus_in_use()
    {
        var path = sources.Add("a.txt", "The council met.");
        await reloader.ReloadAsync(CancellationToken.None);
        var before = current.Value;
        File.Delete(path);

        await Assert.ThrowsAsync<SourcesUnavailableException>(() => reloader.ReloadAsync(CancellationToken.None));

        Assert.Same(before, current.Value);
    }

    [Fact]
    public async Task After_a_failure_the_next_reload_works()
    {
        await Assert.ThrowsAsync<SourcesUnavailableException>(() => reloader.ReloadAsync(CancellationToken.None));
        sources.Add("a.txt", "The council met.");

        var reports = await Task.WhenAll(reloader.ReloadAsync(CancellationToken.None), reloader.ReloadAsync(CancellationToken.None));

        Assert.Equal([0, 1], reports.Select(report => report.Unchanged).Order());
    }
}
