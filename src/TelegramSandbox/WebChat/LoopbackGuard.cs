using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TelegramSandbox.WebChat;

/// <summary>Keeps other web sites, open in the same browser, away from the sandbox.</summary>
internal static class LoopbackGuard
{
    /// <summary>Every change by the page carries it; a foreign page cannot send it without being asked for first.</summary>
    public const string Header = "X-Sandbox";

    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] LoopbackNames = ["127.0.0.1", "localhost", "[::1]"];

    public static void Use(WebApplication app) => app.Use((http, next) =>
    {
        AddHeaders(http.Response.Headers);
        if (IsTrusted(http.Request))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    /// <summary>
    /// A foreign name that resolves to this machine is refused, and so is a change that another site started.
    /// </summary>
    public static bool IsTrusted(HttpRequest request)
    {
        if (!LoopbackNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        var isChange = request.Path.StartsWithSegments("/sandbox") && !HttpMethods.IsGet(request.Method);
        var origin = request.Headers.Origin.ToString();
        return !isChange
            || (request.Headers.ContainsKey(Header) && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}"));
    }

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
