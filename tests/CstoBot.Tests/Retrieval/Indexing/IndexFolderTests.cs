using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Retrieval.Indexing;

public sealed class IndexFolderTests : IDisposable
{
    private readonly TemporaryFolder data = new();
    private readonly CollectingLogs logs = new();
    private readonly Corpus corpus = SomeCorpus.Of(SomeCorpus.Document("The summit was held in Minsk."), SomeCorpus.Document("The council met.", "b.txt"));

    public void Dispose() => data.Dispose();

    [Fact]
    public void An_index_that_lies_there_is_opened_and_not_made_again()
    {
        SomeIndexes.At(data.Path, logs).OpenOrBuild(Content(corpus), before: null, Glossary.Empty).Dispose();
        var written = Files();

        using var index = SomeIndexes.At(data.Path, logs).OpenOrBuild(Content(corpus), before: null, Glossary.Empty);

        Assert.Equal("a.txt", Found(index, "summit"));
        Assert.Equal(written, Files());
        Assert.Single(logs.Lines, line => line.Contains("opened in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".fdt")]
    [InlineData(".si")]
    [InlineData(".cfs")]
    [InlineData("segments_1")]
    [InlineData("files.txt")]
    public void An_index_cut_off_is_made_anew_and_said_so_in_one_line(string ending)
    {
        SomeIndexes.At(data.Path, logs).OpenOrBuild(Content(corpus), before: null, Glossary.Empty).Dispose();
        foreach (var file in Files().Keys.Where(file => file.EndsWith(ending, StringComparison.Ordinal)))
        {
            using var stream = File.OpenWrite(Path.Combine(data.Path, file));
            stream.SetLength(stream.Length / 2);
        }

        using var index = SomeIndexes.At(data.Path, logs).OpenOrBuild(Content(corpus), before: null, Glossary.Empty);

        Assert.Equal("a.txt", Found(index, "summit"));
        Assert.Equal(Files().Keys.Any(file => file.EndsWith(ending, StringComparison.Ordinal)) ? 1 : 0, logs.Lines.Count(line => line.Contains("broken", StringComparison.Ordinal)));
    }

    [Fact]
    public void Indexes_of_other_versions_and_unfinished_ones_are_removed()
    {
        var folder = SomeIndexes.At(data.Path, logs);
        folder.OpenOrBuild(Content(corpus with { Version = "v0" }), before: null, Glossary.Empty).Dispose();
        folder.OpenOrBuild(Content(corpus), before: null, Glossary.Empty).Dispose();
        Directory.CreateDirectory(Path.Combine(data.Path, "unfinished-5"));

        folder.RemoveOthers(corpus);

        Assert.StartsWith("v1-", Path.GetFileName(Assert.Single(Directory.GetDirectories(data.Path))), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_keep_nothing_writes_nothing_there()
    {
        using var index = SomeIndexes.At(data.Path, logs, keep: false).OpenOrBuild(Content(corpus), before: null, Glossary.Empty);

        Assert.Equal("a.txt", Found(index, "summit"));
        Assert.Empty(Directory.GetFileSystemEntries(data.Path));
    }

    [Fact]
    public void Who_may_keep_nothing_reads_what_lies_there_and_removes_nothing()
    {
        SomeIndexes.At(data.Path, logs).OpenOrBuild(Content(corpus), before: null, Glossary.Empty).Dispose();
        var written = Files();
        var folder = SomeIndexes.At(data.Path, logs, keep: false);

        using var index = folder.OpenOrBuild(Content(corpus), before: null, Glossary.Empty);
        folder.RemoveOthers(corpus with { Version = "v2" });

        Assert.Equal("a.txt", Found(index, "summit"));
        Assert.Equal(written, Files());
        Assert.Contains(logs.Lines, line => line.Contains("opened in", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_no_index_can_be_written_the_reason_is_told_in_one_line()
    {
        var file = Path.Combine(data.Path, "file");
        File.WriteAllText(file, string.Empty);

        var exception = Assert.Throws<SourcesUnavailableException>(() => SomeIndexes.At(file, logs).OpenOrBuild(Content(corpus), before: null, Glossary.Empty));

        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public async Task Searches_go_on_while_versions_are_switched_and_removed()
    {
        var folder = SomeIndexes.At(data.Path, logs);
        var current = new CurrentIndex();
        current.Switch(folder.OpenOrBuild(Content(corpus), before: null, Glossary.Empty));
        using var stopped = new CancellationTokenSource();
        var searching = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var count = 0;
            for (; !stopped.IsCancellationRequested; count++)
            {
                var index = current.Value;
                Assert.Equal("a.txt", Found(index, "summit"));
                Assert.Contains("Minsk", index.Chunks[0].Text, StringComparison.Ordinal);
            }

            return count;
        }, TestContext.Current.CancellationToken)).ToList();

        for (var version = 2; version < 8; version++)
        {
            var next = corpus with { Version = $"v{version}" };
            current.Switch(folder.OpenOrBuild(Content(next), before: null, Glossary.Empty));
            folder.RemoveOthers(next);
        }

        await stopped.CancelAsync();
        Assert.All(await Task.WhenAll(searching), count => Assert.NotEqual(0, count));
    }

    private static string Found(PassageIndex index, string question) =>
        PassageRetriever.Retrieve(QueryAnalyzer.Analyze(question, index), index, 1)[0].DocumentName;

    private Dictionary<string, long> Files() => new DirectoryInfo(data.Path).EnumerateFiles("*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(data.Path, file.FullName), file => file.LastWriteTimeUtc.Ticks);

    private static CorpusContent Content(Corpus corpus) => new(
        corpus with { Documents = [] }, corpus.Documents.Sum(document => (long)document.Text.Length), new HashSet<string>(), corpus.Documents);
}
