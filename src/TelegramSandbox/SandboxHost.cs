using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TelegramSandbox.Delivery;
using TelegramSandbox.World;

namespace TelegramSandbox;

/// <summary>The web server and the webhook's sender.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    private const int PortsTried = 100;
    private const long MaxBody = 64 * 1024 * 1024;

    private readonly WebApplication app;
    private readonly WebhookSender sender;
    private readonly Task sending;

    private SandboxHost(WebApplication app, SandboxWorld world, CancellationToken stopping)
    {
        this.app = app;
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        Address = new Uri(addresses.Addresses.First());
        sender = new WebhookSender(world);
        sending = sender.RunAsync(stopping);
    }

    public Uri Address { get; }

    /// <param name="stopping">Cancelled before the host is disposed, so that waiting calls end.</param>
    public static async Task<SandboxHost> StartAsync(
        SandboxOptions options, SandboxWorld world, Action<WebApplication> map, CancellationToken stopping, CancellationToken cancellationToken)
    {
        for (var port = options.Port; ; port++)
        {
            var app = Build(options, port, map);
            try
            {
                await app.StartAsync(cancellationToken);
                return new SandboxHost(app, world, stopping);
            }
            catch (IOException exception) when (IsTaken(exception) && options.Port != 0 && port + 1 < Math.Min(options.Port + PortsTried, ushort.MaxValue))
            {
                await app.DisposeAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await sending.ContinueWith(_ => { }, TaskScheduler.Default);
        sender.Dispose();
        using var hurry = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(hurry.Token);
        await app.DisposeAsync();
    }

    // The empty builder reads no settings of the program that runs the sandbox.
    private static WebApplication Build(SandboxOptions options, int port, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, OwnersLifetime>();
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = MaxBody);
        if (options.LoggerFactory is { } loggers)
        {
            builder.Services.AddSingleton(loggers);
        }

        var app = builder.Build();
        map(app);
        return app;
    }

    private static bool IsTaken(IOException exception) =>
        exception is { InnerException: AddressInUseException } or { InnerException: SocketException };

    /// <summary>The sandbox ends with its owner, not by signals of its own.</summary>
    private sealed class OwnersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
