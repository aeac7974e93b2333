using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CstoBot.Ingestion.Web;
using Xunit;

namespace CstoBot.Tests.Ingestion.Web;

/// <summary>Names, addresses and redirects that would have the bot ask where it must not: each ends in one line, and nothing is asked there.</summary>
public sealed class HostilePlacesTests
{
    private const string Private = "the host has a private or reserved address, which is refused (Web:AllowPrivateAddresses)";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.0.1")]
    [InlineData("100.64.1.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:a9fe:a9fe")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("224.0.0.1")]
    [InlineData("192.0.2.1")]
    public async Task A_name_of_a_private_address_is_refused(string address)
    {
        await using var world = await WebWorld.StartAsync();
        world.Names("evil.example", address).Serves(address, world.Server.Port);

        await FailsAsync(world, "http://evil.example/a", Private);
        Assert.Empty(world.Dialled);
    }

    [Fact]
    public async Task A_name_of_a_public_and_a_private_address_is_refused()
    {
        await using var world = await WebWorld.StartAsync();
        world.Names("evil.example", WebWorld.Public, "127.0.0.1");

        await FailsAsync(world, "http://evil.example/a", Private);
        Assert.Empty(world.Dialled);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[fe80::1%25lo]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public async Task An_address_in_place_of_a_name_is_checked_too(string url)
    {
        await using var world = await WebWorld.StartAsync();

        await FailsAsync(world, url, Private);
        Assert.Empty(world.Dialled);
    }

    [Fact]
    public async Task The_system_knows_this_machine_by_a_name_and_it_is_refused() =>
        Assert.Equal(new WebFetch.Failed(Private), await ProductPages.FetchAsync(WebWorld.Page("http://localhost/"), allowPrivate: false));

    [Fact]
    public async Task A_name_that_means_something_else_at_its_next_look_up_wins_nothing()
    {
        await using var world = await WebWorld.StartAsync();
        world.NamesInTurn("rebind.example", WebWorld.Public, "127.0.0.1");
        world.Server.On("/robots.txt", http =>
        {
            // So that the page needs a connection of its own.
            http.Response.Headers.Connection = "close";
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        }).Says("/a", PageServer.Html);

        await FailsAsync(world, "http://rebind.example/a", Private);
        Assert.Equal(["93.184.216.34:80"], world.Dialled.Select(endPoint => endPoint.ToString()));
        Assert.Equal(2, world.LookedUp.Count);
    }

    [Fact]
    public async Task A_connection_takes_one_look_up()
    {
        await using var world = await WebWorld.StartAsync();
        world.NamesInTurn("rebind.example", WebWorld.Public, "127.0.0.1").Server.Says("/a", PageServer.Html);

        Assert.IsType<WebFetch.Fetched>(await world.FetchAsync("http://rebind.example/a"));
        Assert.Single(world.LookedUp);
        Assert.Equal(["93.184.216.34:80"], world.Dialled.Select(endPoint => endPoint.ToString()));
    }

    [Theory]
    [InlineData("http://127.0.0.1/", "127.0.0.1 is not an allowed host (Web:AllowedHosts)")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is not an allowed host (Web:AllowedHosts)")]
    [InlineData("http://2130706433/", "127.0.0.1 is not an allowed host (Web:AllowedHosts)")]
    [InlineData("http://[::1]/", "::1 is not an allowed host (Web:AllowedHosts)")]
    [InlineData("http://inner.example/", "inner.example is not an allowed host (Web:AllowedHosts)")]
    [InlineData("//inner.example/", "inner.example is not an allowed host (Web:AllowedHosts)")]
    [InlineData("http://news.example@inner.example/", "the address holds a user's name")]
    [InlineData("http://me:secret@news.example/", "the address holds a user's name")]
    [InlineData("http://news.example:22/", "a port other than 80 and 443 is refused")]
    [InlineData("file:///etc/passwd", "the address is not http or https")]
    [InlineData("ftp://news.example/a", "the address is not http or https")]
    [InlineData("gopher://news.example/", "the address is not http or https")]
    [InlineData("data:text/html,hello", "the address is not http or https")]
    public async Task A_redirect_to_a_forbidden_place_is_not_followed(string target, string reason)
    {
        await using var world = await WebWorld.StartAsync();
        world.Names("inner.example", "10.0.0.1").Server.Redirects("/a", target);

        await FailsAsync(world, "http://news.example/a", $"it redirects to where nothing is fetched from: {reason}");
        Assert.All(world.Dialled, endPoint => Assert.Equal("93.184.216.34:80", endPoint.ToString()));
        Assert.Single(world.Server.Requests);
    }

    [Fact]
    public async Task A_redirect_to_an_allowed_name_of_a_private_address_is_not_followed()
    {
        await using var world = await WebWorld.StartAsync();
        world.Names("inner.news.example", "10.0.0.1").Serves("10.0.0.1", world.Server.Port).Server.Redirects("/a", "http://inner.news.example/").Says("/", PageServer.Html);

        await FailsAsync(world, "http://news.example/a", Private, new WebOptions { AllowedHosts = "*.news.example, news.example" });
        Assert.Equal(["93.184.216.34:80"], world.Dialled.Select(endPoint => endPoint.ToString()));
    }

    [Fact]
    public async Task Redirects_without_end_end()
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.Redirects("/a", "/b").Redirects("/b", "/a");

        await FailsAsync(world, "http://news.example/a", "it redirects more than 5 times");
        Assert.Equal(6, world.Server.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_from_https_to_http_is_not_followed()
    {
        using var certificate = Certificate("secure.example");
        await using var secure = (await PageServer.StartAsync(certificate)).Redirects("/a", "http://secure.example/b");
        await using var world = await WebWorld.StartAsync();
        world.Names("secure.example", "93.184.216.36").Serves("93.184.216.36", secure.Port);
        world.Adjust = handler => handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.Thumbprint;

        await FailsAsync(world, "https://secure.example/a", "it redirects from https to http, which is refused");
        Assert.Equal(["secure.example/a"], secure.Requests);
        Assert.All(world.Dialled, endPoint => Assert.Equal(443, endPoint.Port));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        using var certificate = Certificate("secure.example");
        await using var secure = (await PageServer.StartAsync(certificate)).Says("/a", PageServer.Html);
        await using var world = await WebWorld.StartAsync();
        world.Names("secure.example", "93.184.216.36").Serves("93.184.216.36", secure.Port);

        await FailsAsync(world, "https://secure.example/a", "no secure connection: the host's certificate or its TLS is not good");
        Assert.Empty(secure.Requests);
    }

    [Theory]
    [InlineData("http://me:secret@news.example/", "the address holds a user's name")]
    [InlineData("file:///etc/passwd", "the address is not http or https")]
    [InlineData("news.example/a", "the address is not http or https")]
    [InlineData("http://nowhere.example/", "the host's name is not known")]
    [InlineData("http://silent.example/", "the host does not answer")]
    [InlineData("http://empty.example/", "the host has no address")]
    [InlineData("http://１２７.０.０.１/", "the host's name is not known")]
    public async Task A_listed_address_that_leads_nowhere_is_told(string url, string reason)
    {
        await using var world = await WebWorld.StartAsync();
        world.Names("silent.example", "93.184.216.99").Names("empty.example");

        await FailsAsync(world, url, reason);
    }

    [Fact]
    public async Task A_listed_host_that_is_not_allowed_is_not_asked()
    {
        await using var world = await WebWorld.StartAsync();

        await FailsAsync(world, "http://news.example/a", "news.example is not an allowed host (Web:AllowedHosts)", new WebOptions { AllowedHosts = "other.example" });
        Assert.Empty(world.LookedUp);
    }

    [Fact]
    public async Task Line_ends_in_an_address_stay_in_it()
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.Says("/a\r\nX-Evil: 1", PageServer.Html);

        Assert.IsType<WebFetch.Fetched>(await world.FetchAsync("http://news.example/a%0D%0AX-Evil:%201"));
        Assert.False(world.Server.LastHeaders.ContainsKey("X-Evil"));
    }

    private static async Task FailsAsync(WebWorld world, string url, string reason, WebOptions? options = null) =>
        Assert.Equal(new WebFetch.Failed(reason), await world.FetchAsync(url, options));

    private static X509Certificate2 Certificate(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }
}
