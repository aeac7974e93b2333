using System.Net;
using ModelSandbox.Personas;
using ModelSandbox.Script;
using ModelSandbox.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ModelSandbox;

/// <summary>
/// A model server on this machine that speaks OpenAI's interface, as strict as a real one: personas say what is scripted,
/// faults happen when they are scripted, and every request is kept.
/// </summary>
internal sealed class ScriptedModelServer : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly ReplyScript script = new();
    private readonly RequestHandler handler;
    private readonly WebApplication application;

    private ScriptedModelServer(ModelServerOptions options)
    {
        Options = options;
        handler = new RequestHandler(options, script, stop.Token);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        application = builder.Build();
        application.Run(handler.HandleAsync);
    }

    public ModelServerOptions Options { get; }

    /// <summary>The base address that clients are given; ends with <c>/v1</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/v1");

    /// <summary>All requests so far, in the order they came.</summary>
    public IReadOnlyList<Exchange> Exchanges => [.. handler.Exchanges];

    /// <summary>What a real server would not have taken, and requests that no script foresaw; none in a good test.</summary>
    public IReadOnlyList<string> Faults => [.. handler.Faults];

    public static async Task<ScriptedModelServer> StartAsync(ModelServerOptions? options, CancellationToken cancellationToken)
    {
        var server = new ScriptedModelServer(options ?? new ModelServerOptions());
        await server.application.StartAsync(cancellationToken);
        var address = server.application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        server.Address = new Uri(address!.Addresses.First() + "/v1");
        return server;
    }

    /// <summary>Who speaks from now on.</summary>
    public ScriptedModelServer Play(IModelPersona persona)
    {
        script.Stand(persona);
        return this;
    }

    /// <summary>How answers are cut and paced from now on.</summary>
    public ScriptedModelServer Deliver(Delivery delivery)
    {
        script.Stand(delivery);
        return this;
    }

    /// <summary>What goes wrong with every request from now on that has no turn of its own; null: nothing.</summary>
    public ScriptedModelServer Fail(ModelFault? fault)
    {
        script.Stand(fault);
        return this;
    }

    /// <summary>How the next request of a route not yet provided for is dealt with.</summary>
    public ScriptedModelServer Enqueue(ScriptedTurn turn, int times = 1, ModelRoute route = ModelRoute.Chat)
    {
        for (var time = 0; time < times; time++)
        {
            script.Add(route, turn);
        }

        return this;
    }

    public ScriptedModelServer Enqueue(ModelFault fault, int times = 1, ModelRoute route = ModelRoute.Chat) =>
        Enqueue(new ScriptedTurn(Fault: fault), times, route);

    public ScriptedModelServer Enqueue(IModelPersona persona, int times = 1) => Enqueue(new ScriptedTurn(persona), times);

    /// <summary>For the end of a test.</summary>
    public void ThrowIfFaulty()
    {
        if (!handler.Faults.IsEmpty)
        {
            throw new InvalidOperationException("The model server was misused:\n" + string.Join('\n', handler.Faults));
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Replies that hang or are held end now; the host would wait for them.
        await stop.CancelAsync();
        await application.DisposeAsync();
        stop.Dispose();
    }
}
