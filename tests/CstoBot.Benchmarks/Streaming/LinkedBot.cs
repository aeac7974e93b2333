using CstoBot.Answering;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Streaming;

/// <summary>The bot within this process, as the program runs it, but with answers of ours.</summary>
internal sealed class LinkedBot : IAsyncDisposable
{
    private readonly LinkedHost host;

    private LinkedBot(LinkedHost host) => this.host = host;

    public static async Task<LinkedBot> StartAsync(SandboxServer telegram, IAnswerer answerer)
    {
        var host = await LinkedHost.BuildAsync(telegram, new Dictionary<string, string?>(), services => services.AddSingleton(answerer));
        await host.StartAsync();
        return new LinkedBot(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
