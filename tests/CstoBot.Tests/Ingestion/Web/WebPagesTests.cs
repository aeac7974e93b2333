using System.Text;
using CstoBot.Ingestion.Web;
using CstoBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Ingestion.Web;

public sealed class WebPagesTests
{
    private const string Tag = "W/\"a,b\"";

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_fetched_with_what_the_next_fetch_needs()
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.Says("/a", PageServer.Html, headers: [("ETag", Tag), ("Last-Modified", "Tue, 01 Oct 2024 10:00:00 GMT")]);

        var fetched = Assert.IsType<WebFetch.Fetched>(await world.FetchAsync("http://news.example/a"));

        Assert.Equal(PageServer.Html, Encoding.UTF8.GetString(fetched.Content));
        Assert.Equal("page.html", fetched.FileName);
        Assert.Equal(new Uri("http://news.example/a"), fetched.FinalUrl);
        Assert.Equal(new WebPageState(Tag, new DateTimeOffset(2024, 10, 1, 10, 0, 0, TimeSpan.Zero), Some.Time), fetched.State);
        Assert.Equal("CstoBot", world.Server.LastHeaders.UserAgent);
        Assert.False(world.Server.LastHeaders.ContainsKey("traceparent"));
    }

    [Fact]
    public async Task An_unchanged_page_is_not_sent_again()
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.On("/a", http =>
        {
            var isKnown = http.Request.Headers.IfNoneMatch == Tag && http.Request.Headers.IfModifiedSince == "Tue, 01 Oct 2024 10:00:00 GMT";
            http.Response.StatusCode = isKnown ? 304 : 500;
            return Task.CompletedTask;
        });
        var known = new WebPageState(Tag, new DateTimeOffset(2024, 10, 1, 10, 0, 0, TimeSpan.Zero), Some.Time.AddDays(-1));

        var fetch = await world.Pages().FetchAsync(WebWorld.Page("http://news.example/a"), known, None);

        Assert.Equal(new WebFetch.NotModified(known with { FetchedAt = Some.Time }), fetch);
    }

    [Fact]
    public async Task Redirects_within_the_host_are_followed()
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.Redirects("/1", "/2", 301).Redirects("/2", "3?x=1", 307).Redirects("/3?x=1", "http://NEWS.example/4", 308)
            .Redirects("/4", "//news.example/5", 303).Redirects("/5", "/6").Says("/6", PageServer.Html);

        var fetched = Assert.IsType<WebFetch.Fetched>(await world.FetchAsync("http://news.example/1"));

        Assert.Equal(new Uri("http://news.example/6"), fetched.FinalUrl);
        Assert.Equal(1, world.Server.RobotsRequests);
    }

    [Fact]
    public async Task A_redirect_to_another_allowed_host_is_followed()
    {
        await using var world = await WebWorld.StartAsync();
        world.Names("www.news.example", WebWorld.Public).Server.Redirects("/a", "http://www.news.example/b").Says("/b", PageServer.Html);

        var fetched = Assert.IsType<WebFetch.Fetched>(await world.FetchAsync("http://news.example/a", new WebOptions { AllowedHosts = "news.example,*.news.example" }));

        Assert.Equal(new Uri("http://www.news.example/b"), fetched.FinalUrl);
        Assert.Equal(2, world.Server.RobotsRequests);
    }

    [Theory]
    [InlineData("text/html", "/a", "page.html")]
    [InlineData("TEXT/HTML; charset=utf-8", "/a", "page.html")]
    [InlineData("application/xhtml+xml", "/a", "page.html")]
    [InlineData("text/plain", "/a", "page.txt")]
    [InlineData("text/plain; charset=utf-8", "/README.md", "page.md")]
    [InlineData("text/markdown", "/a", "page.md")]
    [InlineData("application/pdf", "/a.html", "page.pdf")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "/a", "page.docx")]
    public async Task The_content_type_gives_the_extension(string type, string path, string name)
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.Says(path, "text", type);

        Assert.Equal(name, Assert.IsType<WebFetch.Fetched>(await world.FetchAsync("http://news.example" + path)).FileName);
    }

    [Theory]
    [InlineData("text/html; charset=windows-1251", true)]
    [InlineData("text/plain; charset=\"KOI8-R\"", true)]
    [InlineData("text/html; charset=utf-16", true)]
    [InlineData("text/html; charset=utf-8", false)]
    [InlineData("text/html; charset=nonsense", false)]
    [InlineData("text/html", false)]
    [InlineData("application/pdf; charset=windows-1251", false)]
    public async Task An_encoding_that_only_the_server_names_is_not_lost(string type, bool isChanged)
    {
        const string Text = "Совет собрался в Минске.";
        await using var world = await WebWorld.StartAsync();
        var name = type.Contains('=', StringComparison.Ordinal) ? type.Split('=')[1].Trim('"') : "utf-8";
        var sent = (isChanged ? CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name) : Encoding.UTF8).GetBytes(Text);
        world.Server.On("/a", async http =>
        {
            http.Response.ContentType = type;
            await http.Response.Body.WriteAsync(sent);
        });

        var content = Assert.IsType<WebFetch.Fetched>(await world.FetchAsync("http://news.example/a")).Content;

        Assert.Equal(isChanged ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] : sent, content);
    }

    [Fact]
    public async Task A_connection_that_breaks_once_is_tried_again()
    {
        await using var world = await WebWorld.StartAsync();
        var breaks = 1;
        world.Server.On("/a", async http =>
        {
            if (Interlocked.Decrement(ref breaks) >= 0)
            {
                http.Abort();
                return;
            }

            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync(PageServer.Html);
        });

        Assert.IsType<WebFetch.Fetched>(await world.FetchAsync("http://news.example/a"));
        Assert.Equal(2, world.Server.Requests.Count);
    }

    [Fact]
    public async Task Pages_of_one_host_are_fetched_one_after_another_with_its_pause()
    {
        await using var world = await WebWorld.StartAsync();
        var clock = new FakeTimeProvider(Some.Time);
        world.Time = clock;
        world.Server.Robots("User-agent: *\nCrawl-delay: 7").Says("/a", PageServer.Html).Says("/b", PageServer.Html);
        var pages = world.Pages();

        await pages.FetchAsync(WebWorld.Page("http://news.example/a"), null, None);
        var second = pages.FetchAsync(WebWorld.Page("http://news.example/b"), null, None);
        clock.Advance(TimeSpan.FromSeconds(6.9));
        Assert.Equal(["news.example/a"], world.Server.Requests);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.IsType<WebFetch.Fetched>(await second);
        Assert.Equal(["news.example/a", "news.example/b"], world.Server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_cancels_does_not_wait(bool isSending)
    {
        await using var world = await WebWorld.StartAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Server.On("/a", async http =>
        {
            if (isSending)
            {
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync("<p>");
                await http.Response.Body.FlushAsync();
            }

            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
        });
        using var cancellation = new CancellationTokenSource();
        var pages = world.Pages();

        var fetching = pages.FetchAsync(WebWorld.Page("http://news.example/a"), null, cancellation.Token);
        var waiting = pages.FetchAsync(WebWorld.Page("http://news.example/b"), null, cancellation.Token);
        await asked.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_host_in_the_letters_of_its_country_is_asked_by_its_other_name()
    {
        await using var world = await WebWorld.StartAsync();
        world.Names("xn--e1afmkfd.xn--p1ai", WebWorld.Public).Server.Says("/", PageServer.Html);

        Assert.IsType<WebFetch.Fetched>(await world.FetchAsync("http://пример.рф/"));
        Assert.Equal(["xn--e1afmkfd.xn--p1ai/"], world.Server.Requests);
    }

    [Fact]
    public async Task A_second_address_is_tried_when_the_first_does_not_answer()
    {
        await using var world = await WebWorld.StartAsync();
        world.Names("two.example", "93.184.216.35", WebWorld.Public).Server.Says("/", PageServer.Html);

        Assert.IsType<WebFetch.Fetched>(await world.FetchAsync("http://two.example/"));
        Assert.Equal(["93.184.216.35:80", "93.184.216.34:80"], world.Dialled.Select(endPoint => endPoint.ToString()));
    }

    [Fact]
    public async Task An_intranet_is_fetched_from_when_the_settings_say_so_with_the_products_own_parts()
    {
        await using var server = (await PageServer.StartAsync()).Says("/a", PageServer.Html);
        var page = WebWorld.Page($"http://127.0.0.1:{server.Port}/a");

        Assert.IsType<WebFetch.Fetched>(await ProductPages.FetchAsync(page, allowPrivate: true));
        Assert.Equal(
            new WebFetch.Failed("the host has a private or reserved address, which is refused (Web:AllowPrivateAddresses)"),
            await ProductPages.FetchAsync(page, allowPrivate: false));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Logs_hold_the_host_and_nothing_else_of_the_address()
    {
        await using var world = await WebWorld.StartAsync();
        world.Server.Says("/secret-path?token=secret-query", "secret body").Says("/none?token=secret-query", "secret body", status: 404);

        await world.FetchAsync("http://news.example/secret-path?token=secret-query");
        await world.FetchAsync("http://news.example/none?token=secret-query");

        Assert.Equal(
            ["Debug: A page of news.example: 11 bytes are new ", "Warning: A page of news.example is not fetched: there is no such page (404) (WebFaultException) "],
            world.Logs.Lines);
    }
}
