using System.Text;
using CstoBot.Ingestion.Web;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Ingestion.Web;

public sealed class RobotsFileTests
{
    /// <summary>RFC 9309, 5.1, with this bot in the place of "foobot".</summary>
    private const string Simple = """
        User-Agent: *
        Disallow: *.gif$
        Disallow: /example/
        Allow: /publications/

        User-Agent: cstobot
        Disallow:/
        Allow:/example/page.html
        Allow:/example/allowed.gif

        User-Agent: barbot
        User-Agent: bazbot
        Disallow: /example/page.html

        User-Agent: quxbot
        """;

    [Theory]
    [InlineData("cstobot", "/example/page.html", true)]
    [InlineData("cstobot", "/example/allowed.gif", true)]
    [InlineData("cstobot", "/publications/", false)]
    [InlineData("cstobot", "/", false)]
    [InlineData("barbot", "/example/page.html", false)]
    [InlineData("bazbot", "/example/page.html", false)]
    [InlineData("bazbot", "/example/", true)]
    [InlineData("quxbot", "/example/page.html", true)]
    [InlineData("otherbot", "/a.gif", false)]
    [InlineData("otherbot", "/a.gif?x", true)]
    [InlineData("otherbot", "/example/a", false)]
    [InlineData("otherbot", "/publications/a", true)]
    public void The_simple_example_of_the_RFC_means_what_it_says(string product, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, Allows(Simple, path, product));

    [Theory]
    [InlineData("/example/page/disallowed.gif", false)]
    [InlineData("/example/page/", true)]
    [InlineData("/example/other", false)]
    public void The_longest_match_decides_as_in_the_RFC(string path, bool isAllowed) => Assert.Equal(
        isAllowed,
        Allows("User-Agent: cstobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\nDisallow: /example/", path));

    [Theory]
    [InlineData("/foo/bar?baz=quz", "/foo/bar?baz=quz")]
    [InlineData("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https://foo.bar")]
    [InlineData("/foo/bar/ツ", "/foo/bar/%E3%83%84")]
    [InlineData("/foo/bar/%E3%83%84", "/foo/bar/ツ")]
    [InlineData("/foo/bar/%e3%83%84", "/foo/bar/ツ")]
    [InlineData("/foo/bar/%62%61%7A", "/foo/bar/baz")]
    [InlineData("/foo/bar/baz", "/foo/bar/%62%61%7A")]
    [InlineData("/path/file-with-a-%2A.html", "/path/file-with-a-*.html")]
    [InlineData("/path/foo-%24", "/path/foo-$")]
    public void Paths_are_compared_as_in_the_RFC(string rule, string path) => Assert.False(Allows($"User-agent: *\nDisallow: {rule}", path));

    [Theory]
    [InlineData("/fish", "/fishheads/a", true)]
    [InlineData("/fish", "/Fish", false)]
    [InlineData("/fish/", "/fish", false)]
    [InlineData("/*.php", "/folder/any.php.file.html", true)]
    [InlineData("/*.php$", "/a.php", true)]
    [InlineData("/*.php$", "/a.php?x", false)]
    [InlineData("/a*b*c", "/a-c-b-c", true)]
    [InlineData("/a*b*c", "/acb", false)]
    [InlineData("/*$", "/anything", true)]
    [InlineData("/a$", "/a", true)]
    [InlineData("/a$", "/ab", false)]
    [InlineData("/a$b", "/a$b", true)]
    [InlineData("/ab*b$", "/ab", false)]
    [InlineData("*", "/x", true)]
    [InlineData("$", "/x", false)]
    [InlineData("x", "/x", false)]
    public void Stars_and_ends_match(string rule, string path, bool matches) =>
        Assert.Equal(matches, RobotsPath.Matches(RobotsPath.OfRule(rule), RobotsPath.OfUrl(path)));

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", true)]
    [InlineData("User-agent: *\nDisallow:", true)]
    [InlineData("User-agent: *\nDisallow: /", false)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /", false)]
    [InlineData("USER-AGENT : CSTOBOT/2.0\r\nDISALLOW : / # all", false)]
    [InlineData("User-agent: *\rDisallow: /\r", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: CstoBot\nDisallow:", true)]
    [InlineData("User-agent: cstobot\nDisallow: /b\n\nUser-agent: other\nDisallow:\n\nUser-agent: CstoBot\nDisallow: /a", false)]
    [InlineData("User-agent: cstobot-news\nDisallow: /", true)]
    [InlineData("User-agent: cstobot\nSitemap: https://example.org/s.xml\nUser-agent: other\nDisallow: /", false)]
    [InlineData("User-agent: cstobot\nCrawl-delay: 5\nDisallow: /", false)]
    [InlineData("Disallow: /", true)]
    [InlineData("<html>Disallow: /</html>", true)]
    [InlineData("User-agent *\nDisallow: /", true)]
    [InlineData("", true)]
    public void Groups_are_found_in_all_sorts_of_files(string text, bool isAllowed) => Assert.Equal(isAllowed, Allows(text, "/a"));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 2.5", 2.5)]
    [InlineData("User-agent: *\nCrawl-delay: 100000", 100_000.0)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("User-agent: *\nCrawl-delay: 1e9", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("Crawl-delay: 5", null)]
    [InlineData("User-agent: other\nCrawl-delay: 5", null)]
    public void A_pause_between_requests_may_be_asked_for(string text, double? seconds) =>
        Assert.Equal(seconds, RobotsFile.Parse(text, RobotsFiles.Product).CrawlDelay?.TotalSeconds);

    [Fact]
    public void The_file_itself_is_always_allowed() => Assert.True(Allows("User-agent: *\nDisallow: /", "/robots.txt"));

    [Fact]
    public void Any_bytes_are_a_file() => Prop.ForAll<byte[], NonNull<string>>((bytes, path) =>
    {
        var rules = RobotsFile.Parse("User-agent: *\n" + Encoding.UTF8.GetString(bytes), RobotsFiles.Product);
        rules.Allows(new Uri("http://example.org/" + Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(path.Get)))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Matching_is_what_the_plain_definition_says() => Prop.ForAll(
        Words("/ab*$").ToArbitrary(), Words("/ab").ToArbitrary(), (pattern, path) =>
        {
            var rule = RobotsPath.OfRule(pattern);
            return RobotsPath.Matches(rule, path) == PlainlyMatches(rule, path);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rule_that_a_backtracking_matcher_would_never_finish_is_matched()
    {
        var text = "User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 5_000)) + "*b$";

        Assert.True(Allows(text, "/" + new string('a', 2_000)));
    }

    private static bool Allows(string text, string path, string product = RobotsFiles.Product) =>
        RobotsFile.Parse(text, product).Allows(new Uri("https://example.org" + path));

    private static Gen<string> Words(string letters) => Gen.Elements(letters.ToCharArray()).ArrayOf().Select(chosen => new string(chosen));

    private static bool PlainlyMatches(string pattern, string path) =>
        pattern.Length == 0 || pattern == "$" ? pattern.Length == 0 || path.Length == 0
        : pattern[0] == '*' ? PlainlyMatches(pattern[1..], path) || (path.Length > 0 && PlainlyMatches(pattern, path[1..]))
        : path.Length > 0 && pattern[0] == path[0] && PlainlyMatches(pattern[1..], path[1..]);
}
