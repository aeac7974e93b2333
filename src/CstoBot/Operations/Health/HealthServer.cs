using Microsoft.Extensions.Options;

namespace CstoBot.Operations.Health;

/// <summary>
/// Listens for those who watch the program, from before the sources are loaded until everything else has stopped, so that they see why it is not
/// ready.
/// </summary>
internal sealed partial class HealthServer(IHealthPage page, IOptions<HealthOptions> options, ILogger<HealthServer> logger) : IHostedLifecycleService, IAsyncDisposable
{
    private WebApplication? app;

    /// <summary>Where it listens; null when it does not.</summary>
    public Uri? AddressOrNull => app is null ? null : new Uri(app.Urls.Single());

    /// <summary>Begins to listen, unless it does already or nobody wants it to.</summary>
    /// <exception cref="StartupException">The address is taken.</exception>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        if (app is not null || options.Value.ListenUrl.Length == 0)
        {
            return;
        }

        var built = Build();
        try
        {
            await built.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            await built.DisposeAsync();
            throw new StartupException($"Health:ListenUrl: cannot listen on {options.Value.ListenUrl}: {exception.Message}", exception);
        }

        app = built;
        LogListening(options.Value.ListenUrl);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => ListenAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(options.Value.ListenUrl).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var built = builder.Build();
        built.Run(http =>
        {
            if (page.Has(http.Request.Path))
            {
                return page.AnswerAsync(http);
            }

            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        return built;
    }

    [LoggerMessage(10001, LogLevel.Information, "Health is told at {Address}")]
    private partial void LogListening(string address);
}
