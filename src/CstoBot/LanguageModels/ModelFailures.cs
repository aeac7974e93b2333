using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using CstoBot.Conversations;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;

namespace CstoBot.LanguageModels;

/// <summary>What a failed call means. What the server or the client said is left out, the exception too: either may repeat the key, the question or the documents.</summary>
internal static class ModelFailures
{
    /// <summary>As one harmless line.</summary>
    public static ModelFailedException Of(Exception exception) => exception switch
    {
        ModelFailedException failure => failure,
        BrokenCircuitException => new(ModelFailure.Paused, "the model failed so often that it is left alone for a while"),
        ClientResultException { Status: > 0 and not 200 } refusal => new(ModelFailure.Refused, $"the model's endpoint answered {refusal.Status}{Hint(refusal.Status)}"),
        _ when IsConnection(exception) => new(ModelFailure.Unreachable, "the model's endpoint cannot be reached, or the connection broke off"),
        KernelException => new(ModelFailure.Broken, "the prompt cannot be rendered"),
        ClientResultException or JsonException or FormatException or InvalidOperationException or ArgumentException or NotSupportedException or KeyNotFoundException =>
            new(ModelFailure.Broken, "the endpoint's answer is not what the interface demands"),
        _ => new(ModelFailure.Broken, $"the call of the model failed: {exception.GetType().Name}"),
    };

    /// <summary>Whether the same request may succeed a little later.</summary>
    public static bool MayPass(Exception exception) =>
        exception is ClientResultException { Status: 408 or 429 or >= 500 } || IsConnection(exception);

    /// <summary>How long the server asks to wait; null when it does not say.</summary>
    public static TimeSpan? RetryAfterOrNull(Exception? exception, DateTimeOffset now)
    {
        if ((exception as ClientResultException)?.GetRawResponse()?.Headers is not { } headers)
        {
            return null;
        }

        if (headers.TryGetValue("retry-after-ms", out var milliseconds) && double.TryParse(milliseconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var wanted))
        {
            return Limited(wanted / 1_000);
        }

        return !headers.TryGetValue("Retry-After", out var value) ? null
            : double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? Limited(seconds)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Limited((date - now).TotalSeconds)
            : null;
    }

    private static bool IsConnection(Exception exception) =>
        exception is ClientResultException { Status: 0 } or HttpRequestException or IOException;

    private static TimeSpan Limited(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400));

    private static string Hint(int status) => status switch
    {
        401 or 403 => ": check Model:Key",
        404 => ": check Model:Endpoint and Model:Name",
        429 => ": too many requests",
        _ => "",
    };
}
