using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.Operations;

/// <summary>Where metrics and traces go.</summary>
internal sealed class TelemetryOptions : IValidatableObject
{
    public const string Section = "Telemetry";

    /// <summary>The variables by which any program is told of a collector; what stands in this section goes before them.</summary>
    private static readonly string[] StandardEndpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>The address of an OTLP collector, such as http://localhost:4317 (gRPC) or http://localhost:4318 (HTTP). Null: none.</summary>
    public string? Endpoint { get; set; }

    public TelemetryProtocol Protocol { get; set; } = TelemetryProtocol.Grpc;

    /// <summary>Sent with every request, as <c>name=value,name=value</c>. A secret: from the environment or user secrets only, and never in a message.</summary>
    public string? Headers { get; set; }

    /// <summary>What the collector calls this program.</summary>
    [Required(ErrorMessage = "Telemetry:ServiceName is empty.")]
    public string ServiceName { get; set; } = "cstobot";

    public bool HasEndpoint => !string.IsNullOrWhiteSpace(Endpoint);

    /// <summary>The address of the collector as it is written; null when there is none, and nothing is measured.</summary>
    public static string? EndpointOrNull(IConfiguration configuration) => StandardEndpoints
        .Prepend($"{Section}:{nameof(Endpoint)}")
        .Select(name => configuration[name])
        .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (HasEndpoint && (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0))
        {
            yield return new ValidationResult("Telemetry:Endpoint must be an http or https address without a password, for example http://localhost:4317.");
        }

        if (Headers?.Split(',', StringSplitOptions.RemoveEmptyEntries).Any(header => header.IndexOf('=') < 1) == true)
        {
            yield return new ValidationResult("Telemetry:Headers must be name=value, parted by commas.");
        }
    }
}

internal enum TelemetryProtocol
{
    Grpc,

    /// <summary>Protocol buffers over HTTP, to <c>/v1/traces</c> and <c>/v1/metrics</c> below the address.</summary>
    HttpProtobuf,
}

[OptionsValidator]
internal sealed partial class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>;
