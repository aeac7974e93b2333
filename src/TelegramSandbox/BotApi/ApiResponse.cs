using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TelegramSandbox.BotApi;

/// <summary>Telegram's envelope around results and errors.</summary>
internal static class ApiResponse
{
    private static readonly byte[] Begin = [.. "{\"ok\":true,\"result\":"u8];
    private static readonly byte[] End = [.. "}"u8];

    public static Task WriteResultAsync(HttpContext http, byte[] result, CancellationToken cancellationToken) =>
        WriteAsync(http, StatusCodes.Status200OK, [.. Begin, .. result, .. End], cancellationToken);

    public static Task WriteErrorAsync(HttpContext http, ApiRefusal refusal, CancellationToken cancellationToken)
    {
        var json = new JsonObject { ["ok"] = false, ["error_code"] = refusal.Code, ["description"] = refusal.Message };
        if (refusal.RetryAfter is { } seconds)
        {
            json["parameters"] = new JsonObject { ["retry_after"] = seconds };
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return WriteAsync(http, refusal.Code, JsonSerializer.SerializeToUtf8Bytes(json), cancellationToken);
    }

    private static Task WriteAsync(HttpContext http, int status, byte[] json, CancellationToken cancellationToken)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = json.Length;
        return http.Response.Body.WriteAsync(json, cancellationToken).AsTask();
    }
}
