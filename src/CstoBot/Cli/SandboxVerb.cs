using System.CommandLine;

namespace CstoBot.Cli;

/// <summary><c>cstobot sandbox</c>: the local Telegram alone, for a bot that runs elsewhere on this machine.</summary>
internal static class SandboxVerb
{
    public static Command Create()
    {
        var verb = new Command("sandbox", "Run the local Telegram alone and print its address and the bot's token.");
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            using var interrupt = new Interrupt(cancellationToken);
            await using var sandbox = await LocalTelegram.StartAsync(Settings.Read(CommonOptions.Settings(arguments)), interrupt.Token);
            await Console.Out.WriteLineAsync($"Open {sandbox.Address} for the web chat. Ctrl+C stops it.");
            await Console.Out.WriteLineAsync($"A bot connects with Telegram:BaseUrl={sandbox.Address} and Telegram:Token={sandbox.BotToken}");
            await UntilAsync(interrupt.Token);
        });
        return verb;
    }

    private static Task UntilAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stop.Register(stopped.SetResult);
        return stopped.Task;
    }
}
