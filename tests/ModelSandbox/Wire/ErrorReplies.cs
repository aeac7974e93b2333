using ModelSandbox.Protocol;

namespace ModelSandbox.Wire;

/// <summary>The bodies that OpenAI sends with its error statuses.</summary>
internal static class ErrorReplies
{
    public static string BodyOf(int status) => status switch
    {
        400 => ApiJson.Error("Invalid value for a parameter.", "invalid_request_error", null, "invalid_value"),
        401 => ApiJson.Error("Incorrect API key provided: sk-*****.", "invalid_request_error", null, "invalid_api_key"),
        403 => ApiJson.Error("Country, region, or territory not supported.", "request_forbidden", null, "unsupported_country_region_territory"),
        404 => ApiJson.Error("The model does not exist or you do not have access to it.", "invalid_request_error", "model", "model_not_found"),
        429 => ApiJson.Error("Rate limit reached for requests per minute.", "requests", null, "rate_limit_exceeded"),
        503 => ApiJson.Error("The engine is currently overloaded, please try again later.", "service_unavailable_error", null, null),
        _ => ApiJson.Error("The server had an error while processing your request.", "server_error", null, null),
    };
}
