using System.Globalization;
using ModelSandbox.Script;
using ModelSandbox.Wire;
using Microsoft.AspNetCore.Http;

namespace ModelSandbox;

/// <summary>Plays the faults that come instead of an answer.</summary>
internal static class ConnectionFaults
{
    /// <returns>Whether there was one, so that nothing else is to be replied.</returns>
    public static async Task<bool> PlayAsync(HttpContext http, ReplyWriter writer, ModelFault? fault, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case ModelFault.Refusal refusal:
                if (refusal.RetryAfter is { } pause)
                {
                    http.Response.Headers.RetryAfter = Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                }

                await writer.WriteJsonAsync(refusal.Status, ErrorReplies.BodyOf(refusal.Status));
                return true;
            case ModelFault.HtmlPage page:
                await writer.WriteJsonAsync(page.Status, "<html><head><title>Bad Gateway</title></head><body>nginx</body></html>", "text/html");
                return true;
            case ModelFault.Redirect redirect:
                http.Response.Headers.Location = redirect.Location.ToString();
                http.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
                return true;
            case ModelFault.Disconnect:
                http.Abort();
                return true;
            case ModelFault.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return true;
            default:
                return false;
        }
    }
}
