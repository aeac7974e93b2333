using System.Text.Json;
using ModelSandbox.Protocol;
using ModelSandbox.Script;
using Microsoft.AspNetCore.Http;

namespace ModelSandbox;

/// <summary>What is checked of a request before its fields are.</summary>
internal static class RequestChecks
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static void CheckTarget(Exchange exchange)
    {
        if (exchange.Route == ModelRoute.Unknown)
        {
            throw new ApiRefusal(404, $"Invalid URL ({exchange.Target})");
        }
    }

    public static void CheckKey(HttpRequest request, Exchange exchange, ModelServerOptions options)
    {
        var given = request.Headers.Authorization.ToString();
        exchange.IsAuthorized = options.Key is null || given == $"Bearer {options.Key}";
        if (!exchange.IsAuthorized)
        {
            throw given.Length == 0
                ? new ApiRefusal(401, "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth.")
                : new ApiRefusal(401, "Incorrect API key provided: sk-*****.", code: "invalid_api_key");
        }
    }

    public static JsonElement Json(HttpRequest request, Exchange exchange)
    {
        if (!request.HasJsonContentType())
        {
            throw new ApiRefusal(400, $"Invalid Content-Type header ({request.ContentType}), expected application/json.");
        }

        try
        {
            using var document = JsonDocument.Parse(exchange.Body, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new ApiRefusal(400, $"We could not parse the JSON body of your request: {exception.Message}");
        }
    }
}
