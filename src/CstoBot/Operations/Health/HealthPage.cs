using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CstoBot.Operations.Health;

/// <summary>
/// <c>/health/live</c>: the program answers. <c>/health/ready</c>: it can answer questions, or else 503. Each check has a state and one line that
/// holds neither a secret nor anything that anybody wrote: whoever reaches the port may read it.
/// </summary>
internal sealed class HealthPage(HealthCheckService checks) : IHealthPage
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    public bool Has(PathString path) => path == Live || path == Ready;

    public async Task AnswerAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var isReady = http.Request.Path == Ready;
        var report = await checks.CheckHealthAsync(_ => isReady, http.RequestAborted);
        http.Response.StatusCode = report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "application/json";
        if (HttpMethods.IsGet(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(Written(report), http.RequestAborted);
        }
    }

    private static byte[] Written(HealthReport report) => JsonSerializer.SerializeToUtf8Bytes(
        new Answer(Word(report.Status), report.Entries.ToDictionary(entry => entry.Key, entry => new Check(Word(entry.Value.Status), entry.Value.Description ?? ""))),
        JsonSerializerOptions.Web);

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();

    private sealed record Answer(string Status, IReadOnlyDictionary<string, Check> Checks);

    private sealed record Check(string Status, string Message);
}
