using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace CstoBot.Ingestion.Web;

/// <summary>One attempt at a page: is it allowed, what is the answer, is that a document.</summary>
internal sealed class PageDownload(WebRequests requests, RobotsFiles robots, HostTurns turns, IOptions<WebOptions> options, TimeProvider time)
{
    /// <exception cref="WebFaultException">The page may not be fetched, or the answer is no document.</exception>
    public async Task<WebFetch> GetAsync(WebPage page, WebPageState? known, CancellationToken cancellationToken)
    {
        var rules = new AddressRules(page.Url, AllowedHosts.For(page.Url, options.Value.AllowedHosts));
        using var landing = await requests.GetAsync(page.Url, rules, known, (url, token) => AskRobotsAsync(url, rules, token), cancellationToken);
        if (LoginPage.IsReachedBy(page.Url, landing.Url))
        {
            throw new WebFaultException("it asks for a login");
        }

        var status = (int)landing.Response.StatusCode;
        return status == 304 && known is not null && (known.ETag ?? (object?)known.LastModified) is not null ? new WebFetch.NotModified(StateOf(landing.Response, known))
            : status == 200 ? await FetchedAsync(page, landing, cancellationToken)
            : throw new WebFaultException(AnswerStatus.Reason(status, landing.Response.Headers.RetryAfter, time.GetUtcNow()));
    }

    private async Task AskRobotsAsync(Uri url, AddressRules rules, CancellationToken cancellationToken)
    {
        var said = await robots.OfAsync(url, rules, cancellationToken);
        turns.SlowDown(url.IdnHost, said.CrawlDelay);
        if (!said.Allows(url))
        {
            throw new WebFaultException("the host's robots.txt does not allow it");
        }
    }

    private async Task<WebFetch> FetchedAsync(WebPage page, Landing landing, CancellationToken cancellationToken)
    {
        var content = landing.Response.Content;
        var type = content.Headers.ContentType;
        var extension = PageType.ExtensionOrNull(
            type?.MediaType ?? throw new WebFaultException("the server does not say what kind of content it is"), landing.Url)
            ?? throw new WebFaultException("its content is neither HTML, text, Markdown, PDF nor DOCX");
        var body = await BodyReader.ReadOrNullAsync(content, options.Value.MaxMegabytes * 1024 * 1024, cancellationToken)
            ?? throw new WebFaultException($"it is larger than {options.Value.MaxMegabytes} MB (Web:MaxMegabytes)");
        return body.Length == 0
            ? throw new WebFaultException("it is empty")
            : new WebFetch.Fetched(
                PageType.IsText(extension) ? StatedCharset.Applied(body, type.CharSet) : body,
                WebPageName.WithExtension(page.Name, extension),
                landing.Url,
                StateOf(landing.Response, known: null));
    }

    private WebPageState StateOf(HttpResponseMessage response, WebPageState? known) => new(
        TagOrNull(response.Headers) ?? known?.ETag,
        response.Content.Headers.LastModified ?? known?.LastModified,
        time.GetUtcNow());

    /// <summary>One that is too long to be sent back is none.</summary>
    private static string? TagOrNull(HttpResponseHeaders headers) =>
        Headers.ValueOrNull(headers, "ETag") is { Length: > 0 and <= 256 } tag && tag.All(letter => letter is >= ' ' and <= '~') ? tag : null;
}
