using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CstoBot.Tests.Operations;

/// <summary>A collector on this machine that takes what is sent by OTLP over HTTP, and keeps it.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();
    private readonly ConcurrentQueue<string> headers = new();

    private OtlpCollector(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public IReadOnlyList<string> Headers => [.. headers];

    /// <summary>Every byte that came, as far as it is text.</summary>
    public string Everything => string.Join('\n', received.Select(request => Encoding.UTF8.GetString(request.Body)));

    public IReadOnlyList<ReceivedMetric> Metrics =>
    [
        .. Bodies("/v1/metrics").SelectMany(body => body.All(1, 2, 2)).Select(metric => new ReceivedMetric(
            metric.Text(1),
            metric.Text(3),
            [.. metric.All(5, 1).Concat(metric.All(7, 1)).Select(point => Attributes(point, 7)), .. metric.All(9, 1).Select(point => Attributes(point, 9))])),
    ];

    public IReadOnlyList<ReceivedSpan> Spans =>
    [
        .. Bodies("/v1/traces").SelectMany(body => body.All(1, 2, 2)).Select(span => new ReceivedSpan(
            Convert.ToHexString(span.Bytes(1)),
            Convert.ToHexString(span.Bytes(2)),
            Convert.ToHexString(span.Bytes(4)),
            span.Text(5),
            Attributes(span, 9),
            [.. span.All(13).Select(link => Convert.ToHexString(link.Bytes(1)))])),
    ];

    public IReadOnlyList<string> ServiceNames =>
        [.. Bodies("/v1/metrics").SelectMany(body => body.All(1, 1)).Select(resource => Attributes(resource, 1)["service.name"]).Distinct()];

    public static async Task<OtlpCollector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new OtlpCollector(app);
        app.Run(collector.TakeAsync);
        await app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        received.Enqueue((http.Request.Path, body.ToArray()));
        headers.Enqueue($"{http.Request.Headers["x-key"]}");
    }

    private IEnumerable<ProtobufMessage> Bodies(string path) => received.Where(request => request.Path == path).Select(request => new ProtobufMessage(request.Body));

    private static Dictionary<string, string> Attributes(ProtobufMessage of, int field) =>
        of.All(field).ToDictionary(attribute => attribute.Text(1), attribute => attribute.All(2).Single().Text(1));
}

/// <param name="Points">The attributes of each point; a value that is no text is empty.</param>
internal sealed record ReceivedMetric(string Name, string Unit, IReadOnlyList<IReadOnlyDictionary<string, string>> Points);

/// <param name="Links">The traces that it is linked to.</param>
internal sealed record ReceivedSpan(
    string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<string> Links);
