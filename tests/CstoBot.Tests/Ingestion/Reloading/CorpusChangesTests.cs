using CstoBot.Ingestion.Reloading;
using Xunit;

namespace CstoBot.Tests.Ingestion.Reloading;

/// <summary>What becomes of the version in use when the sources change; in memory, and on disk as with a large corpus.</summary>
public sealed class CorpusChangesTests : IDisposable
{
    private readonly SomeChanges changes = new();

    public void Dispose() => changes.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reload_switches_to_the_new_documents_and_leaves_the_version_before_as_it_was(bool onDisk)
    {
        using var large = new SomeChanges(onDisk);
        large.Sources.Add("b.txt", "The committee met.");
        large.Sources.Add("c.txt", "The staff met.");
        large.Sources.Add("gone.txt", "The board met.");
        await large.DoneAsync();
        var before = large.Current.Value;
        large.Sources.Add("a.txt", "The council met.");
        large.Sources.Add("b.txt", "The committee did not meet.");
        File.Delete(Path.Combine(large.Sources.Folder, "gone.txt"));

        var report = await large.DoneAsync();

        Assert.Equal("a.txt", Assert.Single(report.Added));
        Assert.Equal("b.txt", Assert.Single(report.Changed));
        Assert.Equal("gone.txt", Assert.Single(report.Removed));
        Assert.Equal(1, report.Unchanged);
        Assert.Equal(2, report.Number);
        Assert.Equal(3, report.Chunks);
        Assert.Equal(["The council met.", "The committee did not meet.", "The staff met."], large.Texts());
        Assert.Equal(["The committee met.", "The staff met.", "The board met."], before.Corpus.Documents.Select(document => document.Text));
        Assert.NotEqual(before.Corpus.Version, large.Corpus.Version);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_many_changes_the_index_is_as_one_made_at_once(bool onDisk)
    {
        using var large = new SomeChanges(onDisk);
        for (var document = 0; document < 30; document++)
        {
            large.Sources.Add($"{document:00}.txt", $"Minsk and the summit number {document}.");
        }

        await large.DoneAsync();
        for (var change = 0; change < 12; change++)
        {
            large.Sources.Add($"{change * 7 % 30:00}.txt", $"Yerevan and the council number {change}.");
            large.Sources.Add($"new-{change}.txt", $"Astana and the assembly number {change}.");
            File.Delete(Path.Combine(large.Sources.Folder, $"{29 - change:00}.txt"));
            await large.DoneAsync();
        }

        var fresh = SomeSources.Index(large.Sources.Folder);
        Assert.Equal(fresh.Corpus.Version, large.Corpus.Version);
        Assert.Equal(fresh.Corpus.Documents.Select(document => (document.Name, document.Text)), large.Corpus.Documents.Select(document => (document.Name, document.Text)));
        Assert.Equal(fresh.Chunks.Select(chunk => chunk.Text).Order(), large.Current.Value.Chunks.Select(chunk => chunk.Text).Order());
        foreach (var word in "minsk yerevan astana summit number".Split(' '))
        {
            Assert.Equal(fresh.ChunkFrequency(word), large.Current.Value.ChunkFrequency(word));
        }
    }

    [Fact]
    public async Task Where_nothing_changed_the_version_stays()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();

        var report = await changes.DoneAsync();

        Assert.True(report.ChangedNothing);
        Assert.Equal((1, 1), (report.Number, report.Unchanged));
        Assert.Single(await changes.Archive.VersionsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_document_that_fails_keeps_its_last_good_state_and_is_named()
    {
        changes.Sources.Add("a.txt", "The council met.");
        changes.Sources.Add("b.txt", "The committee met.");
        await changes.DoneAsync();
        changes.Sources.Add("a.txt", [0, 1, 2, 0, 0]);
        changes.Sources.Add("b.txt", "The assembly met.");

        var report = await changes.DoneAsync();

        Assert.Equal(["The council met.", "The assembly met."], changes.Texts());
        Assert.Equal("a.txt", Assert.Single(report.Failed).Name);
        Assert.NotNull(changes.Corpus.States["a.txt"].Failure);
        Assert.Null(changes.Corpus.States["b.txt"].Failure);
    }

    [Theory]
    [InlineData("glossary.yaml", "names: [[")]
    [InlineData("sources.yaml", "documents: 5")]
    public async Task A_broken_file_beside_the_documents_keeps_the_version_in_use(string file, string content)
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        var before = changes.Current.Value;
        changes.Sources.Add(file, content);

        var outcome = Assert.IsType<CorpusOutcome.Failed>(await changes.ReloadAsync());

        Assert.StartsWith(file, outcome.Reason, StringComparison.Ordinal);
        Assert.Same(before, changes.Current.Value);
    }

    [Fact]
    public async Task An_empty_folder_changes_nothing()
    {
        var path = changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        File.Delete(path);

        Assert.IsType<CorpusOutcome.Failed>(await changes.RunAsync(new CorpusChange.Reload(MayRemoveMost: true)));

        Assert.Equal(["The council met."], changes.Texts());
    }

    [Fact]
    public async Task When_most_documents_would_go_somebody_has_to_confirm_it()
    {
        var paths = "abc".Select(name => changes.Sources.Add($"{name}.txt", $"The council met on {name}.")).ToList();
        await changes.DoneAsync();
        paths.Skip(1).ToList().ForEach(File.Delete);

        Assert.Equal(new CorpusOutcome.NeedsConfirmation(2, 3), await changes.ReloadAsync());
        Assert.Equal(3, changes.Corpus.Documents.Count);
        Assert.Equal(2, (await changes.DoneAsync(new CorpusChange.Reload(MayRemoveMost: true))).Removed.Count);

        Assert.Single(changes.Corpus.Documents);
    }

    [Fact]
    public async Task Requests_for_a_reload_that_waits_join_it()
    {
        changes.Sources.Add("a.txt", "The council met.");
        var requester = new CorpusRequester(CorpusCause.Admin, 1);

        var runs = Enumerable.Range(0, 5).Select(_ => changes.Changes.Start(new CorpusChange.Reload(), requester)).ToList();
        await Task.WhenAll(runs.Select(run => run.Completion));

        // The first may have ended before the last was asked for.
        Assert.True(runs.Distinct().Count() < 5);
        Assert.All(runs, run => Assert.IsType<CorpusOutcome.Done>(run.Completion.Result));
        Assert.Null(changes.Changes.CurrentOrNull);
    }

    [Fact]
    public async Task A_cancelled_reload_changes_nothing()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        changes.Sources.Add("b.txt", "The committee met.");
        var run = changes.Changes.Start(new CorpusChange.Reload(), new CorpusRequester(CorpusCause.Admin));

        run.Cancel();

        // What was faster than the cancellation stays; then it is whole.
        var outcome = await run.Completion;
        Assert.Equal(outcome is CorpusOutcome.Cancelled ? 1 : 2, changes.Corpus.Documents.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_restart_the_version_is_there_again_whatever_became_of_the_folder(bool onDisk)
    {
        using var large = new SomeChanges(onDisk);
        large.Sources.Add("a.txt", "The council met.");
        await large.DoneAsync();
        var version = large.Corpus.Version;
        File.Delete(Path.Combine(large.Sources.Folder, "a.txt"));
        large.Restart();

        Assert.IsType<CorpusOutcome.Failed>(await large.ReloadAsync(CorpusCause.Start));

        Assert.Equal((version, 1), (large.Corpus.Version, large.Corpus.Number));
        Assert.Equal(["The council met."], large.Texts());
    }

    [Fact]
    public async Task A_manifest_that_names_a_title_changes_the_document()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        changes.Sources.Add("sources.yaml", "documents: [{ file: a.txt, title: The meeting }]");

        Assert.Equal(["a.txt"], (await changes.DoneAsync()).Changed);
        Assert.Equal("The meeting", changes.Corpus.Documents[0].Metadata.Title);
    }

    [Fact]
    public async Task What_the_bot_does_not_hold_is_no_version_of_it()
    {
        Assert.IsType<CorpusOutcome.Failed>(await changes.ReloadAsync());

        Assert.Null(changes.Current.ValueOrNull);
        Assert.Empty(await changes.Archive.VersionsAsync(TestContext.Current.CancellationToken));
    }
}
