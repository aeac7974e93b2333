using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CstoBot.Tests.Operations;

/// <summary>A collector on this machine that takes what is sent by OTLP, over HTTP or by gRPC, as strictly as the protocol is, and keeps it.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private const int GrpcPrefix = 5;
    private const string Metric = "metrics";
    private const string Trace = "traces";

    private readonly WebApplication app;
    private readonly bool isGrpc;
    private readonly Func<HttpContext, Task<bool>> mayTake;
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> received = new();
    private readonly ConcurrentQueue<string> headers = new();
    private readonly ConcurrentQueue<string> faults = new();
    private int requests;

    private OtlpCollector(WebApplication app, bool isGrpc, Func<HttpContext, Task<bool>> mayTake) => (this.app, this.isGrpc, this.mayTake) = (app, isGrpc, mayTake);

    public string Address => app.Urls.Single();

    /// <summary>How often somebody has sent something, whatever became of it.</summary>
    public int Requests => requests;

    public IReadOnlyList<string> Headers => [.. headers];

    /// <summary>What was against the protocol.</summary>
    public IReadOnlyList<string> Faults => [.. faults];

    /// <summary>Every byte that came, as far as it is text.</summary>
    public string Everything => string.Join('\n', received.Select(request => Encoding.UTF8.GetString(request.Body)));

    public IReadOnlyList<ReceivedMetric> Metrics =>
    [
        .. Bodies(Metric).SelectMany(body => body.All(1, 2, 2)).Select(metric => new ReceivedMetric(
            metric.Text(1),
            metric.Text(3),
            [.. metric.All(5, 1).Concat(metric.All(7, 1)).Select(Number), .. metric.All(9, 1).Select(Histogram)])),
    ];

    public IReadOnlyList<ReceivedSpan> Spans =>
    [
        .. Bodies(Trace).SelectMany(body => body.All(1, 2, 2)).Select(span => new ReceivedSpan(
            Convert.ToHexString(span.Bytes(1)),
            Convert.ToHexString(span.Bytes(2)),
            Convert.ToHexString(span.Bytes(4)),
            span.Text(5),
            Attributes(span, 9),
            [.. span.All(13).Select(link => Convert.ToHexString(link.Bytes(1)))])),
    ];

    public IReadOnlyList<string> ServiceNames =>
        [.. Bodies(Metric).SelectMany(body => body.All(1, 1)).Select(resource => Attributes(resource, 1)["service.name"]).Distinct()];

    /// <param name="mayTake">Asked before anything is taken; who says no has answered in its own way.</param>
    public static async Task<OtlpCollector> StartAsync(bool isGrpc = false, Func<HttpContext, Task<bool>>? mayTake = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = isGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        var app = builder.Build();
        var collector = new OtlpCollector(app, isGrpc, mayTake ?? (_ => Task.FromResult(true)));
        app.Run(collector.TakeAsync);
        await app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        Interlocked.Increment(ref requests);
        if (!await mayTake(http))
        {
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        headers.Enqueue($"{http.Request.Headers["x-key"]}");
        var signal = (isGrpc, $"{http.Request.Path}") switch
        {
            (true, "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export") or (false, "/v1/metrics") => Metric,
            (true, "/opentelemetry.proto.collector.trace.v1.TraceService/Export") or (false, "/v1/traces") => Trace,
            _ => Wrong($"path {http.Request.Path}"),
        };
        if (http.Request.Method != HttpMethods.Post || http.Request.ContentType != (isGrpc ? "application/grpc" : "application/x-protobuf"))
        {
            Wrong($"{http.Request.Method} {http.Request.ContentType}");
        }

        received.Enqueue((signal, isGrpc ? Message(http, body.ToArray()) : body.ToArray()));
        await RespondAsync(http.Response);
    }

    /// <summary>A message of gRPC says before it whether it is compressed and how long it is.</summary>
    private byte[] Message(HttpContext http, byte[] body)
    {
        if (http.Request.Protocol != "HTTP/2" || http.Request.Headers.TE != "trailers")
        {
            Wrong($"{http.Request.Protocol}, te: {http.Request.Headers.TE}");
        }

        if (body.Length < GrpcPrefix || body[0] != 0 || BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(1)) != body.Length - GrpcPrefix)
        {
            Wrong("length of the message");
        }

        return body[GrpcPrefix..];
    }

    private async Task RespondAsync(HttpResponse response)
    {
        response.ContentType = isGrpc ? "application/grpc" : "application/x-protobuf";
        if (isGrpc)
        {
            // An empty message: everything was taken.
            await response.Body.WriteAsync(new byte[GrpcPrefix]);
            response.AppendTrailer("grpc-status", "0");
        }
    }

    private string Wrong(string what)
    {
        faults.Enqueue(what);
        return "";
    }

    private IEnumerable<ProtobufMessage> Bodies(string signal) => received.Where(request => request.Signal == signal).Select(request => new ProtobufMessage(request.Body));

    private static ReceivedPoint Number(ProtobufMessage point) => new(Attributes(point, 7), point.DoubleOrNull(4) ?? point.Integer(6), Count: 1);

    private static ReceivedPoint Histogram(ProtobufMessage point) => new(Attributes(point, 9), point.DoubleOrNull(5) ?? 0, point.Integer(4));

    private static Dictionary<string, string> Attributes(ProtobufMessage of, int field) =>
        of.All(field).ToDictionary(attribute => attribute.Text(1), attribute => attribute.All(2).Single().Text(1));
}

internal sealed record ReceivedMetric(string Name, string Unit, IReadOnlyList<ReceivedPoint> Points);

/// <param name="Attributes">A value that is no text is empty.</param>
/// <param name="Value">Of a histogram the sum.</param>
internal sealed record ReceivedPoint(IReadOnlyDictionary<string, string> Attributes, double Value, long Count);

/// <param name="Links">The traces that it is linked to.</param>
internal sealed record ReceivedSpan(
    string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<string> Links);
