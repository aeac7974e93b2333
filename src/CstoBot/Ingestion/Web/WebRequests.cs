using System.Net;
using Microsoft.Extensions.Options;

namespace CstoBot.Ingestion.Web;

/// <summary>Requests a url and follows its redirects, each of them checked before anything is sent there.</summary>
internal sealed class WebRequests(HttpMessageInvoker invoker, IOptions<WebOptions> options) : IDisposable
{
    private const int MaxRedirects = 5;

    /// <summary>The first answer that is no redirect; its body is not read yet.</summary>
    /// <param name="beforeEach">May forbid a url by a <see cref="WebFaultException"/>.</param>
    /// <exception cref="WebFaultException">A url on the way may not be requested.</exception>
    public async Task<Landing> GetAsync(
        Uri url, AddressRules rules, WebPageState? known, Func<Uri, CancellationToken, Task> beforeEach, CancellationToken cancellationToken)
    {
        rules.Check(url);
        for (var redirects = 0; ; redirects++)
        {
            await beforeEach(url, cancellationToken);
            var response = await SendAsync(url, known, cancellationToken);
            if (!IsRedirect(response.StatusCode))
            {
                return new Landing(response, url);
            }

            using (response)
            {
                url = redirects < MaxRedirects
                    ? rules.Follow(url, Headers.ValueOrNull(response.Headers, "Location"))
                    : throw new WebFaultException($"it redirects more than {MaxRedirects} times");
            }
        }
    }

    public void Dispose() => invoker.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Uri url, WebPageState? known, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", options.Value.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", PageType.Accepted);
        if (known?.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        request.Headers.IfModifiedSince = known?.LastModified;
        return await invoker.SendAsync(request, cancellationToken);
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;
}

/// <summary>An answer, and where it came from.</summary>
internal sealed record Landing(HttpResponseMessage Response, Uri Url) : IDisposable
{
    public void Dispose() => Response.Dispose();
}
