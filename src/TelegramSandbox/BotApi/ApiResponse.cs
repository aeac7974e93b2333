using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TelegramSandbox.BotApi;

/// <summary>Telegram's envelope around results and errors.</summary>
internal static class ApiResponse
{
    public static Task WriteResultAsync(HttpContext http, JsonNode result, CancellationToken cancellationToken) =>
        WriteAsync(http, StatusCodes.Status200OK, new JsonObject { ["ok"] = true, ["result"] = result }, cancellationToken);

    public static Task WriteErrorAsync(HttpContext http, ApiRefusal refusal, CancellationToken cancellationToken)
    {
        var json = new JsonObject { ["ok"] = false, ["error_code"] = refusal.Code, ["description"] = refusal.Message };
        if (refusal.RetryAfter is { } seconds)
        {
            json["parameters"] = new JsonObject { ["retry_after"] = seconds };
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return WriteAsync(http, refusal.Code, json, cancellationToken);
    }

    private static Task WriteAsync(HttpContext http, int status, JsonObject json, CancellationToken cancellationToken)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json.ToJsonString(), cancellationToken);
    }
}
