using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Web;
using Xunit;

namespace CstoBot.Tests.Ingestion;

public sealed class SourceManifestPagesTests
{
    [Fact]
    public void Everything_that_is_said_of_a_page_is_read()
    {
        var manifest = Parse("""
            pages:
              - url: https://example.org/charter?lang=ru
                name: charter
                title: The charter
                publisher: CSTO
                published: 2002-10-07
                language: ru
                inferred: A copy.
                schedule: every 6h
              - url: https://example.org/news/
            """);

        var page = manifest.Pages[0];
        Assert.Equal("charter.html", page.Name);
        Assert.Equal(new Uri("https://example.org/charter?lang=ru"), page.Url);
        Assert.Equal(new DocumentMetadata("The charter", "CSTO", new DateOnly(2002, 10, 7), page.Url, Language.Russian, "A copy."), page.Stated);
        Assert.NotNull(page.Schedule);
        Assert.Equal(new WebPage(new Uri("https://example.org/news/"), "example.org-news.html", new DocumentMetadata(null, null, null, new Uri("https://example.org/news/"), null), null), manifest.Pages[1]);
        Assert.Empty(manifest.Documents);
    }

    [Fact]
    public void A_manifest_of_documents_has_no_pages() => Assert.Empty(Parse("documents:\n  - file: a.txt").Pages);

    [Theory]
    [InlineData("pages:\n  - title: x", "sources.yaml, line 2: each page needs a 'url'.")]
    [InlineData("pages:\n  - https://example.org", "sources.yaml, line 2: each page needs a 'url'.")]
    [InlineData("pages:\n  - url: ftp://example.org", "sources.yaml, line 2: 'url' is an http or https address.")]
    [InlineData("pages:\n  - url: file:///etc/passwd", "sources.yaml, line 2: 'url' is an http or https address.")]
    [InlineData("pages:\n  - url: \"https://example.org/a\\r\\nHost: b\"", "sources.yaml, line 2: 'url' is an http or https address.")]
    [InlineData("pages:\n  - url: https://me:secret@example.org", "sources.yaml, line 2: 'url' is the http or https address of a page, without a user's name.")]
    [InlineData("pages:\n  - url: https://example.org\n    schedule: always", "sources.yaml, line 2: 'schedule' is like 'every 6h', 'daily 03:00' or five cron fields, at most every 5 minutes.")]
    [InlineData("pages:\n  - url: https://example.org\n    name: ../a", "sources.yaml, line 2: 'name' is like that of a file, without folders, and not long.")]
    [InlineData("pages:\n  - url: https://example.org/a\n  - url: http://example.org/a/", "sources.yaml, line 3: 'example.org-a.html' is listed twice; a 'name' tells two pages apart.")]
    [InlineData("documents:\n  - file: a.html\npages:\n  - url: https://example.org\n    name: a", "sources.yaml, line 4: 'a.html' is listed twice; a 'name' tells two pages apart.")]
    [InlineData("pages:\n  - url: https://example.org\n    titel: x", "sources.yaml, line 3: 'titel' is not known here; known are name, schedule, title, publisher, published, url, language, inferred.")]
    [InlineData("documents:\n  - file: a.txt\n    schedule: daily 03:00", "sources.yaml, line 3: 'schedule' is not known here; known are file, title, publisher, published, url, language, inferred.")]
    [InlineData("documents: []\nhosts: []", "sources.yaml, line 2: 'hosts' is not known here; known are documents, pages.")]
    [InlineData("pages: 5", "sources.yaml: expected a list named 'documents' or 'pages'.")]
    public void A_mistake_is_named_with_its_line(string yaml, string message) =>
        Assert.Equal(message, Assert.Throws<SourcesUnavailableException>(() => Parse(yaml)).Message);

    private static SourceManifest Parse(string yaml) => SourceManifest.Parse(new StringReader(yaml));
}
