using System.Collections.Concurrent;
using System.Net;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Web;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace CstoBot.Tests.Ingestion.Web;

/// <summary>
/// The fetching as the product makes it, in a world of names and addresses that a test plays: names mean what the test says, and the public addresses
/// are servers of this machine. Every check is the product's own; what is dialled is noted, and dialling what the world does not have is refused.
/// </summary>
internal sealed class WebWorld : IHostAddresses, IDialer, IAsyncDisposable
{
    public const string Public = "93.184.216.34";

    private readonly ConcurrentDictionary<string, Func<IReadOnlyList<IPAddress>>> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, int> ports = new();
    private readonly List<IDisposable> made = [];

    private WebWorld(PageServer server) => Server = server;

    /// <summary>Answers for <see cref="Public"/>, at whatever port it is dialled.</summary>
    public PageServer Server { get; }

    public TimeProvider Time { get; set; } = new AdvancingTime { Patience = TimeSpan.FromSeconds(20) };

    public CollectingLogs Logs { get; } = new();

    /// <summary>The addresses that were dialled.</summary>
    public ConcurrentQueue<IPEndPoint> Dialled { get; } = new();

    /// <summary>The names that were looked up.</summary>
    public ConcurrentQueue<string> LookedUp { get; } = new();

    /// <summary>How connections are made to servers of this world.</summary>
    public IDialer Dialer { get; set; } = new TcpDialer();

    /// <summary>Where a test trusts a certificate that no system would.</summary>
    public Action<SocketsHttpHandler> Adjust { get; set; } = _ => { };

    public static async Task<WebWorld> StartAsync()
    {
        var world = new WebWorld(await PageServer.StartAsync());
        world.Serves(Public, world.Server.Port);
        world.Names("news.example", Public);
        return world;
    }

    /// <summary>From now on the name means these addresses.</summary>
    public WebWorld Names(string name, params string[] addresses)
    {
        var list = addresses.Select(IPAddress.Parse).ToList();
        names[name] = () => list;
        return this;
    }

    /// <summary>The name means something else at each look-up; the last goes on.</summary>
    public WebWorld NamesInTurn(string name, params string[] addresses)
    {
        var turns = new Queue<string>(addresses);
        names[name] = () => [IPAddress.Parse(turns.Count > 1 ? turns.Dequeue() : turns.Peek())];
        return this;
    }

    /// <summary>Who dials the address comes to this port of the machine.</summary>
    public WebWorld Serves(string address, int port)
    {
        ports[address] = port;
        return this;
    }

    public IWebPages Pages(WebOptions? options = null)
    {
        var settings = Options.Create(options ?? new WebOptions());
        var handler = WebTransport.Over(new CheckedConnections(this, new AddressPolicy(settings), this));
        Adjust(handler);
        var invoker = new HttpMessageInvoker(handler);
        var turns = new HostTurns(Time);
        made.AddRange([invoker, turns]);
        var requests = new WebRequests(invoker, settings);
        var download = new PageDownload(requests, new RobotsFiles(requests, Time), turns, settings, Time);
        return new WebPages(download, turns, settings, Time, new LoggerOf<WebPages>(Logs));
    }

    public static WebPage Page(string url) => new(new Uri(url, UriKind.RelativeOrAbsolute), "page.html", DocumentMetadata.Unknown, null);

    public async Task<WebFetch> FetchAsync(string url, WebOptions? options = null) => await Pages(options).FetchAsync(Page(url), null, CancellationToken.None);

    public Task<IReadOnlyList<IPAddress>> OfAsync(string host, CancellationToken cancellationToken)
    {
        LookedUp.Enqueue(host);
        return names.TryGetValue(host, out var addresses)
            ? Task.FromResult(addresses())
            : throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound);
    }

    public async Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        Dialled.Enqueue(endPoint);
        return ports.TryGetValue(endPoint.Address.ToString(), out var port)
            ? await Dialer.DialAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken)
            : throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused);
    }

    public async ValueTask DisposeAsync()
    {
        made.ForEach(thing => thing.Dispose());
        await Server.DisposeAsync();
    }
}
