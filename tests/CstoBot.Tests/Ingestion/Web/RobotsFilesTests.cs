using CstoBot.Ingestion.Web;
using CstoBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Ingestion.Web;

/// <summary>What a host's robots.txt, or its lack, does to its pages.</summary>
public sealed class RobotsFilesTests
{
    private static readonly WebFetch Unreadable = new WebFetch.Failed("the host's robots.txt cannot be read now, so nothing is fetched");

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a")]
    [InlineData("User-agent: cstobot\nDisallow: /\n\nUser-agent: *\nAllow: /")]
    [InlineData("\uFEFFUser-agent: *\r\n\r\n\0garbage\r\nDisallow: *a$")]
    public async Task A_page_that_robots_txt_forbids_is_not_asked_for(string robots)
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.Robots(robots).Says("/a", PageServer.Html);

        Assert.Equal(new WebFetch.Failed("the host's robots.txt does not allow it"), await world.FetchAsync("http://news.example/a"));
        Assert.Empty(world.Server.Requests);
    }

    [Fact]
    public async Task A_redirect_to_what_robots_txt_forbids_is_not_followed()
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.Robots("User-agent: *\nDisallow: /b").Redirects("/a", "/b").Says("/b", PageServer.Html);

        Assert.Equal(new WebFetch.Failed("the host's robots.txt does not allow it"), await world.FetchAsync("http://news.example/a"));
        Assert.Equal(["news.example/a"], world.Server.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_host_without_robots_txt_allows_everything(int status)
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.Robots("User-agent: *\nDisallow: /", status).Says("/a", PageServer.Html);

        Assert.IsType<WebFetch.Fetched>(await world.FetchAsync("http://news.example/a"));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_host_that_cannot_say_allows_nothing(int status)
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.Robots("User-agent: *\nAllow: /", status).Says("/a", PageServer.Html);

        Assert.Equal(Unreadable, await world.FetchAsync("http://news.example/a"));
        Assert.Empty(world.Server.Requests);
    }

    [Fact]
    public async Task It_is_kept_for_a_day_and_a_fault_for_minutes()
    {
        await using var world = await WebWorld.StartAsync();
        var clock = new FakeTimeProvider(Some.Time);
        world.Time = clock;
        var pages = world.Pages();
        world.Server.Robots("", 503).Says("/a", PageServer.Html);
        Assert.Equal(Unreadable, await FetchAsync(pages));
        world.Server.Robots("User-agent: *\nAllow: /");

        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(Unreadable, await FetchAsync(pages));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<WebFetch.Fetched>(await FetchAsync(pages));
        world.Server.Robots("User-agent: *\nDisallow: /");
        clock.Advance(TimeSpan.FromHours(23));
        Assert.IsType<WebFetch.Fetched>(await FetchAsync(pages));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<WebFetch.Failed>(await FetchAsync(pages));
        Assert.Equal(3, world.Server.RobotsRequests);
    }

    [Fact]
    public async Task It_may_be_elsewhere_on_the_host()
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.Redirects("/robots.txt", "/r/robots").Says("/r/robots", "User-agent: *\nDisallow: /a", "text/plain").Says("/a", PageServer.Html);

        Assert.Equal(new WebFetch.Failed("the host's robots.txt does not allow it"), await world.FetchAsync("http://news.example/a"));
    }

    [Fact]
    public async Task It_does_not_lead_to_a_forbidden_host()
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.Redirects("/robots.txt", "http://169.254.169.254/robots.txt").Says("/a", PageServer.Html);

        Assert.Equal(
            new WebFetch.Failed("the host's robots.txt cannot be read: it redirects to where nothing is fetched from: 169.254.169.254 is not an allowed host (Web:AllowedHosts)"),
            await world.FetchAsync("http://news.example/a"));
        Assert.Equal(WebWorld.Public, Assert.Single(world.Dialled).Address.ToString());
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(600, true)]
    public async Task Only_its_first_500_kilobytes_count(int kilobytes, bool isAllowed)
    {
        await using var world = await WebWorld.StartAsync();
        var filling = string.Concat(Enumerable.Repeat("# " + new string('x', 1021) + "\n", kilobytes));
        world.Server.Robots("User-agent: *\n" + filling + "Disallow: /a\n").Says("/a", PageServer.Html);

        Assert.Equal(isAllowed, await world.FetchAsync("http://news.example/a") is WebFetch.Fetched);
    }

    [Fact]
    public async Task An_endless_one_ends()
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.On("/robots.txt", async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync("Disallow: /b\n", http.RequestAborted);
            }
        }).Says("/a", PageServer.Html);

        Assert.IsType<WebFetch.Fetched>(await world.FetchAsync("http://news.example/a"));
    }

    private static Task<WebFetch> FetchAsync(IWebPages pages) => pages.FetchAsync(WebWorld.Page("http://news.example/a"), null, TestContext.Current.CancellationToken);
}
