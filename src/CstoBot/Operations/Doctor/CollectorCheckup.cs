using System.Net.Sockets;

namespace CstoBot.Operations.Doctor;

/// <summary>Whether anybody listens where metrics and traces go.</summary>
internal sealed class CollectorCheckup(IConfiguration configuration, TimeProvider time) : ICheckup
{
    private const string Check = "telemetry";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(TelemetryOptions.EndpointOrNull(configuration), UriKind.Absolute, out var endpoint))
        {
            return [Diagnosis.Ok(Check, "is sent nowhere")];
        }

        var collector = $"{endpoint.Host}:{endpoint.Port}";
        return
        [
            await AnswersAsync(endpoint, cancellationToken)
                ? Diagnosis.Ok(Check, $"a program listens on {collector}")
                : Diagnosis.Warning(Check, $"nobody listens on {collector}: metrics and traces are lost.", "Start the collector, or set Telemetry:Endpoint (or OTEL_EXPORTER_OTLP_ENDPOINT) to where it is."),
        ];
    }

    private async Task<bool> AnswersAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(endpoint.Host, endpoint.Port, either.Token);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
