using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using CstoBot.Ingestion.Web;
using Xunit;

namespace CstoBot.Tests.Ingestion.Reloading;

/// <summary>Web pages as documents: kept when they go away, fetched when somebody asks or when they are due.</summary>
public sealed class PageReloadTests : IDisposable
{
    private const string Manifest = "pages: [{ url: 'https://example.org/news', name: news.txt, publisher: The office, schedule: every 6h }]";

    private readonly SomeChanges changes = new();
    private readonly ScriptedPages pages = new();

    public PageReloadTests()
    {
        changes.Pages = pages;
        changes.Restart();
        changes.Sources.Add("a.txt", "The council met.");
        changes.Sources.Add("sources.yaml", Manifest);
    }

    public void Dispose() => changes.Dispose();

    [Fact]
    public async Task A_page_becomes_a_document_that_names_its_address()
    {
        pages.Next = new WebFetch.Fetched("The summit was held in Minsk."u8.ToArray(), "news.txt", new Uri("https://example.org/news"), new WebPageState("\"1\"", null, changes.Time.GetUtcNow()));

        await changes.DoneAsync();

        var page = changes.Corpus.Documents.Single(document => document.Name == "news.txt");
        Assert.Equal(("The office", "https://example.org/news"), (page.Metadata.Publisher, page.Metadata.Url?.AbsoluteUri));
        Assert.Equal(DocumentOrigin.WebPage, changes.Corpus.States["news.txt"].Origin);
    }

    [Fact]
    public async Task A_page_that_is_gone_keeps_its_last_text_and_is_named_among_the_failures()
    {
        await A_page_becomes_a_document_that_names_its_address();
        pages.Next = new WebFetch.Failed("is not there any more (404)");

        var report = await changes.DoneAsync();

        Assert.Equal(new FailedDocument("news.txt", "is not there any more (404)"), Assert.Single(report.Failed));
        Assert.Contains("The summit was held in Minsk.", changes.Texts());
        Assert.Equal("\"1\"", pages.Known?.ETag);
        changes.Restart();
        await changes.ReloadAsync(CorpusCause.Start);
        Assert.Contains("The summit was held in Minsk.", changes.Texts());
    }

    [Fact]
    public async Task A_page_that_has_not_changed_changes_nothing()
    {
        await A_page_becomes_a_document_that_names_its_address();
        pages.Next = new WebFetch.NotModified(new WebPageState("\"1\"", null, changes.Time.GetUtcNow()));

        Assert.True((await changes.DoneAsync()).ChangedNothing);
    }

    [Fact]
    public async Task Nobody_fetches_at_the_start_and_a_schedule_fetches_what_is_due()
    {
        await A_page_becomes_a_document_that_names_its_address();
        var asked = pages.Times;

        await changes.ReloadAsync(CorpusCause.Start);
        await changes.ReloadAsync(CorpusCause.Watch);
        await changes.ReloadAsync(CorpusCause.Schedule);
        Assert.Equal(asked, pages.Times);

        changes.Time.Advance(TimeSpan.FromHours(7));
        await changes.ReloadAsync(CorpusCause.Schedule);
        Assert.Equal(asked + 1, pages.Times);
    }

    [Fact]
    public async Task A_page_that_is_no_longer_listed_goes()
    {
        await A_page_becomes_a_document_that_names_its_address();
        changes.Sources.Add("sources.yaml", "documents: []");

        Assert.Equal(["news.txt"], (await changes.DoneAsync()).Removed);
    }

    [Fact]
    public async Task A_page_is_read_by_the_format_that_was_sent()
    {
        pages.Next = new WebFetch.Fetched("# The summit\n\nIt was held in Minsk."u8.ToArray(), "news.md", new Uri("https://example.org/news"), new WebPageState(null, null, changes.Time.GetUtcNow()));

        await changes.DoneAsync();

        Assert.Equal("The summit", changes.Corpus.Documents.Single(document => document.Name == "news.txt").Sections[0].Heading);
    }

    /// <summary>Answers as the test says.</summary>
    private sealed class ScriptedPages : IWebPages
    {
        public WebFetch Next { get; set; } = new WebFetch.Failed("is not scripted");

        public int Times { get; private set; }

        public WebPageState? Known { get; private set; }

        public Task<WebFetch> FetchAsync(WebPage page, WebPageState? known, CancellationToken cancellationToken)
        {
            (Times, Known) = (Times + 1, known);
            return Task.FromResult(Next);
        }
    }
}
