using System.Text;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using Xunit;

namespace CstoBot.Tests.Ingestion.Reloading;

/// <summary>Versions, and what admins do beside the folder: uploads, removals, corrections, rollbacks.</summary>
public sealed class VersionTests : IDisposable
{
    private readonly SomeChanges changes = new();

    public void Dispose() => changes.Dispose();

    [Fact]
    public async Task A_rollback_brings_the_documents_back_and_stays_until_a_person_reloads()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        var first = changes.Corpus.Version;
        changes.Sources.Add("a.txt", "The council did not meet.");
        await changes.DoneAsync();

        var report = await changes.DoneAsync(new CorpusChange.RollBack(1));
        changes.Restart();
        await changes.ReloadAsync(CorpusCause.Start);
        await changes.ReloadAsync(CorpusCause.Watch);

        Assert.Equal((3, first), (report.Number, changes.Corpus.Version));
        Assert.Equal(["The council met."], changes.Texts());
        await changes.DoneAsync();
        Assert.Equal(["The council did not meet."], changes.Texts());
        Assert.Equal(4, changes.Corpus.Number);
    }

    [Fact]
    public async Task The_last_ten_versions_are_kept_with_their_documents()
    {
        for (var version = 1; version <= 12; version++)
        {
            changes.Sources.Add("a.txt", $"The council met {version} times.");
            await changes.DoneAsync();
        }

        var kept = await changes.Archive.VersionsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(3, 10).Reverse(), kept.Select(version => version.Number));
        Assert.IsType<CorpusOutcome.Failed>(await changes.RunAsync(new CorpusChange.RollBack(2)));
        await changes.DoneAsync(new CorpusChange.RollBack(3));
        Assert.Equal(["The council met 3 times."], changes.Texts());
    }

    [Fact]
    public async Task A_document_of_an_earlier_version_is_found_by_its_content()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        var old = changes.Corpus.Documents[0];
        changes.Sources.Add("a.txt", "The council did not meet.");
        await changes.DoneAsync();

        var found = await changes.Archive.FindOrNullAsync("a.txt", old.ContentHash, TestContext.Current.CancellationToken);

        Assert.Equal("The council met.", found?.Text);
        Assert.Null(await changes.Archive.FindOrNullAsync("b.txt", old.ContentHash, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_upload_is_taken_in_when_it_is_confirmed_and_outlives_reloads()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();

        var preview = await StageAsync("../../report.txt", "The committee met in Minsk.");
        Assert.Equal(("report.txt", false), (preview.Name, preview.Replaces));
        Assert.Equal(1, Assert.Single(preview.Documents).Chunks);
        Assert.Single(changes.Corpus.Documents);
        await changes.DoneAsync(new CorpusChange.Add(preview.Id));
        changes.Restart();
        await changes.DoneAsync();

        Assert.Equal(["The council met.", "The committee met in Minsk."], changes.Texts());
        Assert.Equal(DocumentOrigin.Upload, changes.Corpus.States["report.txt"].Origin);
        await changes.DoneAsync(new CorpusChange.RollBack(1));
        Assert.Equal(["The council met."], changes.Texts());
    }

    [Fact]
    public async Task An_upload_of_the_same_content_is_recognised_and_a_discarded_one_is_gone()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();

        var preview = await StageAsync("copy.txt", "The council met.");

        Assert.Equal("a.txt", preview.DuplicateOf);
        Assert.True(await changes.Uploads.DiscardAsync(preview.Id, TestContext.Current.CancellationToken));
        Assert.False(await changes.Uploads.DiscardAsync(preview.Id, TestContext.Current.CancellationToken));
        Assert.IsType<CorpusOutcome.Failed>(await changes.RunAsync(new CorpusChange.Add(preview.Id)));
    }

    [Fact]
    public async Task Looking_at_an_upload_again_sees_what_came_meanwhile()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        var first = await StageAsync("report.txt", "The committee met in Minsk.");
        var second = await StageAsync("report.txt", "The committee met in Astana.");
        var third = await StageAsync("copy.txt", "The committee met in Astana.");

        await changes.DoneAsync(new CorpusChange.Add(second.Id));

        Assert.Equal((first.Id, true, null), await AgainAsync(first));
        Assert.Equal((second.Id, false, "report.txt"), await AgainAsync(second));
        Assert.Equal((third.Id, false, "report.txt"), await AgainAsync(third));
        Assert.True(await changes.Uploads.DiscardAsync(third.Id, TestContext.Current.CancellationToken));
        Assert.Null(await changes.Uploads.LookAgainOrNullAsync(third.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_upload_takes_the_place_of_the_folders_file_of_that_name()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        var preview = await StageAsync("a.txt", "The council did not meet.");

        await changes.DoneAsync(new CorpusChange.Add(preview.Id));
        await changes.DoneAsync();

        Assert.True(preview.Replaces);
        Assert.Equal(["The council did not meet."], changes.Texts());
        await changes.DoneAsync(new CorpusChange.Remove("a.txt"));
        Assert.Equal(["The council met."], changes.Texts());
    }

    [Theory]
    [InlineData("virus.exe", "The council met.")]
    [InlineData("noextension", "The council met.")]
    [InlineData("empty.txt", "")]
    [InlineData("blank.txt", " \n ")]
    public async Task What_is_no_document_is_refused_with_one_line(string name, string text)
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();

        var exception = await Assert.ThrowsAsync<UnreadableDocumentException>(() => StageAsync(name, text));

        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public async Task A_removed_document_stays_away_until_a_rollback()
    {
        changes.Sources.Add("a.txt", "The council met.");
        changes.Sources.Add("b.txt", "The committee met.");
        await changes.DoneAsync();

        var report = await changes.DoneAsync(new CorpusChange.Remove("a.txt"));
        changes.Restart();
        await changes.DoneAsync();

        Assert.Equal(["a.txt"], report.Removed);
        Assert.Equal("b.txt", Assert.Single(changes.Corpus.Documents).Name);
        Assert.Equal("a.txt", Assert.Single(changes.Corpus.LeftOut));
        await changes.DoneAsync(new CorpusChange.RollBack(1));
        Assert.Equal(2, changes.Corpus.Documents.Count);
        Assert.Empty(changes.Corpus.LeftOut);
    }

    [Fact]
    public async Task A_correction_outlives_reloads_and_can_be_taken_back()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        var correction = DocumentMetadata.Unknown with { Title = "The meeting", Published = new DateOnly(2024, 6, 24), Language = Language.English };

        await changes.DoneAsync(new CorpusChange.Correct("a.txt", correction));
        changes.Sources.Add("a.txt", "The council met again.");
        await changes.DoneAsync();

        var metadata = changes.Corpus.Documents[0].Metadata;
        Assert.Equal(("The meeting", new DateOnly(2024, 6, 24)), (metadata.Title, metadata.Published));
        Assert.Equal(MetadataOrigin.Admin, metadata.Origins.Title);
        Assert.Equal(correction, changes.Corpus.States["a.txt"].Correction);
        changes.Restart();
        await changes.DoneAsync(new CorpusChange.Correct("a.txt", DocumentMetadata.Unknown));
        Assert.Null(changes.Corpus.Documents[0].Metadata.Title);
        Assert.Null(changes.Corpus.States["a.txt"].Correction);
    }

    [Fact]
    public async Task Another_process_that_changed_the_documents_is_followed()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();
        using var other = new SomeChanges(changes);
        await other.DoneAsync(new CorpusChange.Correct("a.txt", DocumentMetadata.Unknown with { Title = "The meeting" }));

        await changes.ReloadAsync(CorpusCause.Watch);

        Assert.Equal("The meeting", changes.Corpus.Documents[0].Metadata.Title);
        Assert.Equal(2, changes.Corpus.Number);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_changed()
    {
        changes.Sources.Add("a.txt", "The council met.");
        await changes.DoneAsync();

        Assert.IsType<CorpusOutcome.Failed>(await changes.RunAsync(new CorpusChange.Remove("b.txt")));
        Assert.IsType<CorpusOutcome.Failed>(await changes.RunAsync(new CorpusChange.Correct("b.txt", DocumentMetadata.Unknown)));
        Assert.IsType<CorpusOutcome.Failed>(await changes.RunAsync(new CorpusChange.Add(5)));
        Assert.IsType<CorpusOutcome.Failed>(await changes.RunAsync(new CorpusChange.RollBack(5)));

        // The last document cannot go: there would be nothing to answer from.
        Assert.IsType<CorpusOutcome.Failed>(await changes.RunAsync(new CorpusChange.Remove("a.txt")));
        Assert.Equal(1, changes.Corpus.Number);
    }

    private async Task<(long, bool, string?)> AgainAsync(UploadPreview upload)
    {
        var preview = await changes.Uploads.LookAgainOrNullAsync(upload.Id, TestContext.Current.CancellationToken);
        return (preview!.Id, preview.Replaces, preview.DuplicateOf);
    }

    private Task<UploadPreview> StageAsync(string name, string text) =>
        changes.Uploads.StageAsync(name, Encoding.UTF8.GetBytes(text), userId: 7, TestContext.Current.CancellationToken);
}
