using Xunit;

namespace CstoBot.Tests.Ingestion.Reloading;

public sealed class SourceWatchTests : IDisposable
{
    private readonly SomeChanges changes = new();

    public void Dispose() => changes.Dispose();

    [Fact]
    public async Task A_file_that_comes_is_taken_up_when_the_folder_is_quiet_and_one_that_goes_too()
    {
        changes.Sources.Add("a.txt", "The council met.");
        changes.Sources.Add("b.txt", "The board met.");
        await changes.DoneAsync();
        await using var watching = await changes.WatchAsync();

        changes.Sources.Add("c.txt", "The committee met.");
        await changes.UntilAsync(() => changes.Corpus.Documents.Count == 3);
        Assert.True(changes.Time.GetUtcNow() - changes.Time.Start >= TimeSpan.FromSeconds(10));
        File.Delete(Path.Combine(changes.Sources.Folder, "b.txt"));
        await changes.UntilAsync(() => changes.Corpus.Documents.Count == 2);

        Assert.Equal(["The council met.", "The committee met."], changes.Texts());
        Assert.Equal(3, changes.Corpus.Number);
    }

    [Fact]
    public async Task What_changed_before_somebody_looked_is_taken_up()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        changes.Sources.Add("b.txt", "The board met.");

        await using var watching = await changes.WatchAsync();

        await changes.UntilAsync(() => changes.Corpus.Documents.Count == 2);
    }

    [Fact]
    public async Task A_version_of_another_program_is_followed_with_what_could_not_be_read()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        await using var watching = await changes.WatchAsync();
        using var other = new SomeChanges(changes);

        changes.Sources.Add("b.txt", "The board met.");
        changes.Sources.Add("c.pdf", "no PDF");
        await other.DoneAsync();
        await changes.UntilAsync(() => changes.Corpus.Failures.Count > 0);

        Assert.Equal(["The council met.", "The board met."], changes.Texts());
        Assert.Equal("c.pdf", Assert.Single(changes.Corpus.Failures).Name);
    }

    [Fact]
    public async Task A_folder_that_goes_away_changes_nothing_and_is_read_when_it_is_back()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        await using var watching = await changes.WatchAsync();
        var (folder, aside) = (changes.Sources.Folder, $"{changes.Sources.Folder}-aside");

        Directory.Move(folder, aside);
        var gone = changes.Time.GetUtcNow();
        await changes.UntilAsync(() => changes.Time.GetUtcNow() - gone > TimeSpan.FromMinutes(2));
        Assert.Equal(["The council met."], changes.Texts());
        await File.WriteAllTextAsync(Path.Combine(aside, "b.txt"), "The board met.", TestContext.Current.CancellationToken);
        Directory.Move(aside, folder);

        await changes.UntilAsync(() => changes.Corpus.Documents.Count == 2);
    }

    [Fact]
    public async Task A_reload_that_failed_is_tried_again_after_a_rest()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        await using var watching = await changes.WatchAsync();
        await changes.UntilAsync(() => changes.Time.GetUtcNow() - changes.Time.Start > TimeSpan.FromMinutes(1));

        // A manifest that cannot be read fails the whole reload.
        changes.Sources.Add("sources.yaml", "documents: [");
        changes.Sources.Add("b.txt", "The board met.");
        var broken = changes.Time.GetUtcNow();
        await changes.UntilAsync(() => changes.Time.GetUtcNow() - broken > TimeSpan.FromMinutes(1));
        Assert.Single(changes.Corpus.Documents);
        File.Delete(Path.Combine(changes.Sources.Folder, "sources.yaml"));

        await changes.UntilAsync(() => changes.Corpus.Documents.Count == 2);
    }
}
