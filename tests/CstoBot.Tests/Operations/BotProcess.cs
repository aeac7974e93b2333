using System.Collections.Concurrent;
using System.Diagnostics;
using CstoBot.Tests.Fakes;
using CstoBot.Tests.Host;
using TelegramSandbox;

namespace CstoBot.Tests.Operations;

/// <summary>The program with a bot in a Telegram of the test's.</summary>
internal sealed class BotProcess : IDisposable
{
    private readonly TemporaryFolder folder;
    private readonly Process process;

    private BotProcess(TemporaryFolder folder, string data, Process process) => (this.folder, Data, this.process) = (folder, data, process);

    /// <summary>What it wrote to standard error so far, a line each.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>Its data folder.</summary>
    public string Data { get; }

    /// <param name="data">Null for a folder of its own that is gone afterwards.</param>
    public static BotProcess Start(SandboxServer sandbox, IReadOnlyDictionary<string, string> environment, string? data = null)
    {
        var folder = new TemporaryFolder();
        data ??= folder.Path;
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "cstobot.dll"), "--data", data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        start.Environment["Telegram__Token"] = sandbox.BotToken;
        start.Environment["Telegram__BaseUrl"] = sandbox.Address.ToString();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var bot = new BotProcess(folder, data, new Process { StartInfo = start });
        bot.process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
            {
                bot.Errors.Enqueue(text);
            }
        };
        bot.process.Start();
        bot.process.BeginErrorReadLine();
        bot.process.BeginOutputReadLine();
        return bot;
    }

    /// <summary>Waits until a line of its log is as it should be.</summary>
    public async Task WaitAsync(Func<string, bool> predicate)
    {
        using var over = new CancellationTokenSource(BotFixture.Patience);
        while (!Errors.Any(predicate))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, over.Token);
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }
}
