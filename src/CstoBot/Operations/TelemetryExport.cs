using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CstoBot.Operations;

/// <summary>
/// Sends what is measured to an OTLP collector. Only the program's own instruments and the runtime's are listened to: those of the HTTP client
/// would show addresses, and the token is part of Telegram's. A collector that
/// does not answer holds nothing up, and no log is filled with it.
/// </summary>
internal static class TelemetryExport
{
    // The collector is near, or there is none; at the end of the program somebody waits.
    private const int PatienceMilliseconds = 3_000;

    // As OTLP names them below the collector's address.
    private const string Metrics = "metrics";
    private const string Traces = "traces";

    /// <param name="configuration">Where no collector is set there, nothing is registered.</param>
    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<TelemetryOptions, TelemetryOptionsValidator>().BindConfiguration(TelemetryOptions.Section);
        if (TelemetryOptions.EndpointOrNull(configuration) is not null)
        {
            services.AddSingleton<DepthGauges>();
            services.AddHostedService(provider => provider.GetRequiredService<DepthGauges>());
            services.AddExporters(configuration);
        }

        return services;
    }

    /// <summary>What sends. Apart, so that the exporter's libraries are not even loaded where nothing is sent.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddExporters(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OtlpExporterOptions>(Metrics).Configure<IOptions<TelemetryOptions>>((exporter, options) => Configure(exporter, options.Value, Metrics));
        services.AddOptions<OtlpExporterOptions>(Traces).Configure<IOptions<TelemetryOptions>>((exporter, options) => Configure(exporter, options.Value, Traces));
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.ServiceName)}"] ?? new TelemetryOptions().ServiceName, serviceVersion: Version()))
            .WithMetrics(metrics => metrics
                .AddMeter(Instruments.Name)
                .AddRuntimeInstrumentation()
                .AddOtlpExporter(Metrics, configure: null))
            .WithTracing(traces => traces
                .AddSource(Instruments.Name)
                .AddOtlpExporter(Traces, configure: null));
    }

    private static void Configure(OtlpExporterOptions exporter, TelemetryOptions options, string signal)
    {
        exporter.TimeoutMilliseconds = PatienceMilliseconds;
        if (!options.HasEndpoint || !Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint))
        {
            // The standard variables say it; the exporter reads them itself.
            return;
        }

        exporter.Protocol = options.Protocol == TelemetryProtocol.HttpProtobuf ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = options.Protocol == TelemetryProtocol.HttpProtobuf ? new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/v1/{signal}") : endpoint;
        exporter.Headers = options.Headers ?? exporter.Headers;
    }

    private static string? Version() =>
        typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
}
