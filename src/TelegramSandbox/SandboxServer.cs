using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using TelegramSandbox.BotApi;
using TelegramSandbox.People;
using TelegramSandbox.WebChat;
using TelegramSandbox.World;

namespace TelegramSandbox;

/// <summary>
/// A Telegram on this machine: a strict Bot API server, people to write as, and a web chat at its address.
/// Everything is in memory and nothing leaves the machine.
/// </summary>
public sealed partial class SandboxServer : IAsyncDisposable
{
    private readonly SandboxWorld world;
    private readonly FaultScript faults = new();
    private readonly CallLog log;
    private readonly CancellationTokenSource stopping = new();
    private readonly Talking talking;
    private readonly Tapping tapping;
    private SandboxHost? host;

    private SandboxServer(SandboxOptions options)
    {
        BotToken = options.BotToken ?? TelegramSandbox.BotToken.Create();
        BotId = TelegramSandbox.BotToken.BotId(BotToken);
        log = new CallLog(options.CallsKept);
        world = new SandboxWorld(options, new Person(BotId, options.BotName, options.BotUsername, "") { IsBot = true });
        talking = new Talking(world);
        tapping = new Tapping(world);
    }

    /// <summary>The web chat; the Bot API is below it at <c>bot&lt;token&gt;/</c>.</summary>
    public Uri Address => host?.Address ?? throw new InvalidOperationException("the sandbox did not start");

    /// <summary><c>&lt;bot id&gt;:&lt;secret&gt;</c>.</summary>
    public string BotToken { get; }

    public long BotId { get; }

    /// <summary>Calls of the bot, oldest first; only the latest <see cref="SandboxOptions.CallsKept"/>.</summary>
    public IReadOnlyList<ApiCall> Calls => log.Calls;

    /// <summary>Whether a getUpdates call of the bot is waiting right now.</summary>
    public bool IsPolled => Read(() => world.Updates.IsPolled);

    /// <summary>How many updates the bot has not confirmed yet.</summary>
    public int PendingUpdates => Read(() => world.Updates.Count);

    /// <summary>Starts serving on 127.0.0.1.</summary>
    /// <exception cref="IOException">No port is free.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        var server = new SandboxServer(options);
        server.host = await SandboxHost.StartAsync(
            options, server.world, server.Map, server.stopping.Token, cancellationToken);
        return server;
    }

    /// <summary>Puts any object into the queue of updates, giving it an update id. No check is made: it may be poison.</summary>
    public void SendRaw(JsonElement update)
    {
        var json = JsonNode.Parse(update.GetRawText(), documentOptions: new JsonDocumentOptions { MaxDepth = 1_000 }) as JsonObject
            ?? throw new ArgumentException("An update is a JSON object", nameof(update));
        lock (world.Gate)
        {
            world.Updates.AddRaw(json);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        stopping.Dispose();
    }

    private void Map(WebApplication app)
    {
        LoopbackGuard.Use(app);
        new BotApiEndpoint(world, BotToken, faults, log, stopping.Token).Map(app);
        new WebChatEndpoints(this, world, stopping.Token).Map(app);
    }
}
