using CstoBot.Ingestion.Web;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Ingestion.Web;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("/b", "https://example.org/b")]
    [InlineData("b", "https://example.org/news/b")]
    [InlineData("?page=2", "https://example.org/news/a?page=2")]
    [InlineData("//example.org/b", "https://example.org/b")]
    [InlineData("https://EXAMPLE.org/b", "https://example.org/b")]
    public void A_redirect_within_the_host_is_followed(string location, string target) =>
        Assert.Equal(target, Rules("https://example.org/news/a").Follow(new Uri("https://example.org/news/a"), location).AbsoluteUri);

    [Theory]
    [InlineData(null, "it redirects to no address")]
    [InlineData(" ", "it redirects to no address")]
    [InlineData("https://", "it redirects to no address")]
    [InlineData("file:///etc/passwd", "it redirects to where nothing is fetched from: the address is not http or https")]
    [InlineData("ftp://example.org/a", "it redirects to where nothing is fetched from: the address is not http or https")]
    [InlineData("data:text/html,x", "it redirects to where nothing is fetched from: the address is not http or https")]
    [InlineData("javascript:alert(1)", "it redirects to where nothing is fetched from: the address is not http or https")]
    [InlineData("https://me:secret@example.org/", "it redirects to where nothing is fetched from: the address holds a user's name")]
    [InlineData("https://example.org@evil.example/", "it redirects to where nothing is fetched from: the address holds a user's name")]
    [InlineData("https://example.org:6379/", "it redirects to where nothing is fetched from: a port other than 80 and 443 is refused")]
    [InlineData("https://evil.example/", "it redirects to where nothing is fetched from: evil.example is not an allowed host (Web:AllowedHosts)")]
    [InlineData("//evil.example/", "it redirects to where nothing is fetched from: evil.example is not an allowed host (Web:AllowedHosts)")]
    [InlineData("\\\\evil.example\\a", "it redirects to where nothing is fetched from: the address is not http or https")]
    [InlineData("http://example.org/", "it redirects from https to http, which is refused")]
    public void A_redirect_elsewhere_is_refused(string? location, string reason) =>
        Assert.Equal(reason, Assert.Throws<WebFaultException>(() => Rules("https://example.org/a").Follow(new Uri("https://example.org/a"), location)).Message);

    [Fact]
    public void The_port_of_the_listed_address_is_wanted_on_its_own_host_alone()
    {
        var rules = Rules("https://example.org:8443/a", "example.org, *.example.org");

        rules.Check(new Uri("https://example.org:8443/b"));
        Assert.Throws<WebFaultException>(() => rules.Check(new Uri("https://www.example.org:8443/b")));
        Assert.Throws<WebFaultException>(() => rules.Check(new Uri("https://example.org:8444/b")));
    }

    [Theory]
    [InlineData("example.org", "http://example.org/", true)]
    [InlineData("example.org", "http://www.example.org/", false)]
    [InlineData("example.org", "http://badexample.org/", false)]
    [InlineData("*.example.org", "http://www.example.org/", true)]
    [InlineData("*.example.org", "http://a.b.example.org/", true)]
    [InlineData("*.example.org", "http://example.org/", false)]
    [InlineData("*.example.org", "http://badexample.org/", false)]
    [InlineData("a.example , EXAMPLE.org", "http://example.ORG/", true)]
    [InlineData("пример.рф", "http://xn--e1afmkfd.xn--p1ai/", true)]
    [InlineData("*.xn--p1ai", "http://пример.рф/", true)]
    public void A_host_is_allowed_by_its_whole_name(string setting, string url, bool isAllowed) =>
        Assert.Equal(isAllowed, AllowedHosts.For(new Uri("http://listed.example/"), setting).Contains(new Uri(url)));

    [Fact]
    public void Whatever_a_server_writes_it_leads_to_the_host_or_nowhere()
    {
        var pieces = new[] { "http:", "https:", "file:", "//", "/", "\\", "@", ":", "news.example", "evil.example", "127.0.0.1", "[::1]", "%00", "%2F", "..", "?", "#", " ", "\t", "\n", "x", "я", "\uD800", ":80", ":99999", "[", "]", "." };
        var page = new Uri("http://news.example/a");
        var rules = Rules(page.AbsoluteUri);
        Prop.ForAll(Gen.Elements(pieces).ArrayOf().Select(string.Concat).ToArbitrary(), location =>
        {
            try
            {
                var target = rules.Follow(page, location);
                return target.Host == "news.example" && target.Port is 80 or 443 && target.UserInfo.Length == 0;
            }
            catch (WebFaultException)
            {
                return true;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void A_long_host_does_not_fill_the_line() =>
        Assert.Equal(61, AddressRules.ShownHost(new Uri($"http://{new string('a', 60)}.{new string('b', 60)}/")).Length);

    private static AddressRules Rules(string page, string hosts = "") => new(new Uri(page), AllowedHosts.For(new Uri(page), hosts));
}
