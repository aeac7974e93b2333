using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CstoBot.Tests.Ingestion.Web;

/// <summary>A web server of this machine: it notes what it is asked, and answers as a test tells it. It has no robots.txt unless told.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    public const string Html = "<html><body><p>News.</p></body></html>";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> pages = new();

    private PageServer(WebApplication app) => this.app = app;

    public int Port => new Uri(app.Urls.First()).Port;

    /// <summary>Host and path of each request, robots.txt left out.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>How often a robots.txt was asked for.</summary>
    public int RobotsRequests { get; private set; }

    /// <summary>The headers of the last request.</summary>
    public IHeaderDictionary LastHeaders { get; private set; } = new HeaderDictionary();

    public static async Task<PageServer> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxResponseBufferSize = 64 * 1024;
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
            {
                if (certificate is not null)
                {
                    listen.UseHttps(certificate);
                }
            });
        });
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var server = new PageServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <param name="path">With its query.</param>
    public PageServer On(string path, Func<HttpContext, Task> answer)
    {
        pages[path] = answer;
        return this;
    }

    public PageServer Says(string path, string body, string? type = "text/html; charset=utf-8", int status = 200, params (string Name, string Value)[] headers) => On(path, async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        await http.Response.WriteAsync(body);
    });

    public PageServer Redirects(string path, string target, int status = 302) => Says(path, "moved", status: status, headers: ("Location", target));

    public PageServer Robots(string text, int status = 200) => Says("/robots.txt", text, "text/plain", status);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value + http.Request.QueryString;
        if (path == "/robots.txt")
        {
            RobotsRequests++;
        }
        else
        {
            LastHeaders = new HeaderDictionary(http.Request.Headers.ToDictionary());
            Requests.Enqueue(http.Request.Host + path);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        if (pages.TryGetValue(path, out var answer))
        {
            http.Response.StatusCode = StatusCodes.Status200OK;
            await answer(http);
        }
    }
}
