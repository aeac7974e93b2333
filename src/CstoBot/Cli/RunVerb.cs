using System.CommandLine;
using CstoBot.Operations.Health;
using CstoBot.Retrieval;
using CstoBot.Telegram.Handling;

namespace CstoBot.Cli;

/// <summary><c>cstobot</c> alone: the bot, in Telegram when a token is configured, else in a local Telegram of its own.</summary>
internal static class RunVerb
{
    public static void Attach(RootCommand root, Func<IReadOnlyDictionary<string, string?>, IHost> bot) =>
        root.SetAction((arguments, cancellationToken) => RunAsync(CommonOptions.Settings(arguments), bot, cancellationToken));

    private static async Task RunAsync(
        IReadOnlyDictionary<string, string?> commandLine, Func<IReadOnlyDictionary<string, string?>, IHost> bot, CancellationToken cancellationToken)
    {
        using var interrupt = new Interrupt(cancellationToken);
        var configured = Settings.Read(commandLine);
        if (!string.IsNullOrWhiteSpace(configured["Telegram:Token"]))
        {
            await RunAsync(bot(commandLine), documents => $"The bot is running on {documents} documents. Ctrl+C stops it.", interrupt);
            return;
        }

        await using var sandbox = await LocalTelegram.StartAsync(configured, interrupt.Token);
        await RunAsync(
            bot(LocalTelegram.Settings(sandbox, configured, commandLine)),
            _ => $"Open {sandbox.Address} to talk to the bot in a local Telegram (no Telegram:Token is set). Ctrl+C stops it.",
            interrupt);
    }

    private static async Task RunAsync(IHost host, Func<int, string> greeting, Interrupt interrupt)
    {
        using (host)
        {
            host.Services.ValidateSettings();
            await host.Services.GetRequiredService<HealthServer>().ListenAsync(interrupt.Token);
            await host.Services.LoadSourcesAsync(interrupt.Token);
            await host.Services.CheckStartAsync(interrupt.Token);
            await host.Services.GetRequiredService<Rehearsal>().RunAsync(interrupt.Token);
            var index = host.Services.GetRequiredService<CurrentIndex>().Value;
            await host.StartAsync(interrupt.Token);
            await Console.Out.WriteLineAsync(greeting(index.Corpus.Documents.Count));
            await host.WaitForShutdownAsync(CancellationToken.None);
            if (host.Services.GetRequiredService<RunFailure>().MessageOrNull is { } reason)
            {
                throw new StartupException(reason);
            }
        }
    }
}
