using CstoBot.Ingestion.Web;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Ingestion.Web;

public sealed class WebPageNameTests
{
    [Theory]
    [InlineData("https://example.org", "example.org.html")]
    [InlineData("https://example.org/", "example.org.html")]
    [InlineData("https://example.org/news/today", "example.org-news-today.html")]
    [InlineData("https://example.org/news/today.htm", "example.org-news-today.htm")]
    [InlineData("https://example.org/files/Report.PDF", "example.org-files-Report.pdf")]
    [InlineData("https://example.org/index.php", "example.org-index.php.html")]
    [InlineData("https://example.org/новости/5", "example.org-новости-5.html")]
    [InlineData("https://пример.рф/", "xn--e1afmkfd.xn--p1ai.html")]
    [InlineData("https://example.org/..%2F..%2Fetc%2Fpasswd", "example.org-..-..-etc-passwd.html")]
    [InlineData("https://example.org/a%00b%0D%0A%E2%80%AEc", "example.org-a-b-c.html")]
    public void A_name_is_made_of_host_and_path(string url, string name) => Assert.Equal(name, WebPageName.Of(new Uri(url)), ignoreCase: true);

    [Fact]
    public void Pages_that_differ_in_the_query_differ_in_name()
    {
        var first = WebPageName.Of(new Uri("https://example.org/a?id=1"));
        var second = WebPageName.Of(new Uri("https://example.org/a?id=2"));

        Assert.StartsWith("example.org-a-", first, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
        Assert.Equal(first, WebPageName.Of(new Uri("https://example.org/a?id=1")));
    }

    [Fact]
    public void A_long_address_has_a_short_name()
    {
        var first = WebPageName.Of(new Uri("https://example.org/" + new string('a', 500)));
        var second = WebPageName.Of(new Uri("https://example.org/" + new string('a', 501)));

        Assert.True(first.Length < 120);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Any_address_has_a_harmless_name() => Prop.ForAll<NonNull<string>>(text =>
    {
        var name = WebPageName.Of(new Uri("https://example.org/" + Uri.EscapeDataString(text.Get)));
        return name == WebPageName.ChosenOrNull(name) && name.StartsWith("example.org", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Устав ОДКБ", "Устав ОДКБ.html")]
    [InlineData("charter.pdf", "charter.pdf")]
    [InlineData("a (2), b.md", "a (2), b.md")]
    [InlineData("../a", null)]
    [InlineData("a/b", null)]
    [InlineData("a\\b", null)]
    [InlineData(".hidden", null)]
    [InlineData("a\u202Etxt", null)]
    [InlineData("a\nb", null)]
    [InlineData("C:", null)]
    public void A_chosen_name_is_harmless(string name, string? expected) => Assert.Equal(expected, WebPageName.ChosenOrNull(name));

    [Theory]
    [InlineData("a.html", ".pdf", "a.pdf")]
    [InlineData("a.b", ".md", "a.b.md")]
    public void A_name_follows_what_was_sent(string name, string extension, string expected) => Assert.Equal(expected, WebPageName.WithExtension(name, extension));
}
