using System.Text;
using ModelSandbox.Script;
using Microsoft.AspNetCore.Http;

namespace ModelSandbox;

/// <summary>Reads a request for the record; the key never gets into it.</summary>
internal static class RecordedRequest
{
    public const string Masked = "***";

    public static async Task<Exchange> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false));
        var body = await reader.ReadToEndAsync(cancellationToken);
        var headers = request.Headers.ToDictionary(header => header.Key, header => Mask(header.Key, header.Value.ToString()), StringComparer.OrdinalIgnoreCase);
        return new Exchange(RouteOf(request), $"{request.Method} {request.Path}", headers, body);
    }

    private static ModelRoute RouteOf(HttpRequest request) => (request.Method, request.Path.Value) switch
    {
        ("POST", "/v1/chat/completions") => ModelRoute.Chat,
        ("POST", "/v1/embeddings") => ModelRoute.Embeddings,
        ("GET", "/v1/models") => ModelRoute.Models,
        ("GET", { } path) when path.StartsWith("/v1/models/", StringComparison.Ordinal) => ModelRoute.Models,
        _ => ModelRoute.Unknown,
    };

    private static string Mask(string name, string value) =>
        !name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) && !name.Equals("api-key", StringComparison.OrdinalIgnoreCase) ? value
        : value.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 ? value[..(blank + 1)] + Masked
        : Masked;
}
