using CstoBot.Ingestion;
using Xunit;

namespace CstoBot.Tests.Ingestion;

public sealed class CorpusReaderTests : IDisposable
{
    private static readonly byte[] NotUtf8 = [0xD1, 0xEE];

    private readonly SomeSources sources = new();

    public void Dispose() => sources.Dispose();

    [Fact]
    public void A_document_that_fails_keeps_its_last_good_state_and_the_others_go_on()
    {
        sources.Add("a.txt", "The council met.");
        sources.Add("b.txt", "The committee met.");
        var first = sources.Read();
        sources.Add("a.txt", NotUtf8);
        sources.Add("b.txt", "The assembly met.");

        var second = sources.Read(first);

        Assert.Equal(["The council met.", "The assembly met."], second.Documents.Select(document => document.Text));
        Assert.Equal(new FailedDocument("a.txt", "is not UTF-8 text; save it as UTF-8"), Assert.Single(second.Failures));
    }

    [Fact]
    public void A_document_that_fails_at_the_first_load_is_left_out()
    {
        sources.Add("a.txt", NotUtf8);
        sources.Add("b.txt", "The committee met.");
        sources.Add("c.txt", string.Empty);

        var corpus = sources.Read();

        Assert.Equal("b.txt", Assert.Single(corpus.Documents).Name);
        Assert.Equal(["a.txt", "c.txt"], corpus.Failures.Select(failure => failure.Name));
    }

    [Fact]
    public void A_document_that_was_deleted_is_gone()
    {
        var path = sources.Add("a.txt", "The council met.");
        sources.Add("b.txt", "The committee met.");
        var first = sources.Read();
        File.Delete(path);

        Assert.Equal("b.txt", Assert.Single(sources.Read(first).Documents).Name);
    }

    [Fact]
    public void The_same_content_gives_the_same_version()
    {
        using var elsewhere = new SomeSources();
        sources.Add("a.txt", "The council met.");
        elsewhere.Add("a.txt", "The council met.");

        Assert.Equal(sources.Read().Version, elsewhere.Read().Version);
    }

    [Theory]
    [InlineData("a.txt", "The council met!", null)]
    [InlineData("b.txt", "The council met.", null)]
    [InlineData("a.txt", "The council met.", "documents: [{ file: a.txt, publisher: TASS }]")]
    public void Another_text_name_or_metadata_gives_another_version(string name, string text, string? manifest)
    {
        using var elsewhere = new SomeSources();
        sources.Add("a.txt", "The council met.");
        elsewhere.Add(name, text);
        if (manifest is not null)
        {
            elsewhere.Add("sources.yaml", manifest);
        }

        Assert.NotEqual(sources.Read().Version, elsewhere.Read().Version);
    }

    [Fact]
    public void When_no_document_can_be_read_the_first_reason_is_told()
    {
        sources.Add("a.txt", NotUtf8);

        var exception = Assert.Throws<SourcesUnavailableException>(() => sources.Read());

        Assert.Equal("No document could be read: a.txt is not UTF-8 text; save it as UTF-8.", exception.Message);
    }

    [Fact]
    public void A_stop_is_no_failed_document()
    {
        sources.Add("a.txt", "The council met.");

        Assert.Throws<OperationCanceledException>(() => SomeSources.Reader(sources.Folder).Read(null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Digits_of_another_script_do_not_fail_a_document()
    {
        sources.Add("a.txt", "٠٧.٠٧.٢٠٢٥\n\nThe council met.");

        Assert.Empty(sources.Read().Failures);
    }

    [Fact]
    public void The_report_of_a_reload_tells_what_became_of_each_document()
    {
        sources.Add("changed.txt", "The council met.");
        sources.Add("failed.txt", "The board met.");
        sources.Add("same.txt", "The assembly met.");
        var gone = sources.Add("removed.txt", "The committee met.");
        var before = sources.Read();
        sources.Add("changed.txt", "The council did not meet.");
        sources.Add("added.txt", "The staff met.");
        sources.Add("failed.txt", NotUtf8);
        File.Delete(gone);

        var report = ReloadReport.Between(before, sources.Read(before));

        Assert.Equal(["added.txt"], report.Added);
        Assert.Equal(["changed.txt"], report.Changed);
        Assert.Equal(["removed.txt"], report.Removed);
        Assert.Equal(2, report.Unchanged);
        Assert.Equal("failed.txt", Assert.Single(report.Failed).Name);
    }

    [Fact]
    public void At_the_first_load_everything_is_added()
    {
        sources.Add("a.txt", "The council met.");

        Assert.Equal(["a.txt"], ReloadReport.Between(null, sources.Read()).Added);
    }
}
