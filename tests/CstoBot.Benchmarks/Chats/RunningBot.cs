using System.Diagnostics;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Chats;

/// <summary>The bot in a process of its own, talking to a local Telegram; it may be killed and started again on the same data.</summary>
internal sealed class RunningBot : IDisposable
{
    private readonly BotProgram program;
    private readonly Dictionary<string, string> settings;
    private readonly string folder = Directory.CreateTempSubdirectory("cstobot-benchmark").FullName;
    private readonly Queue<string> lastLines = [];
    private TaskCompletionSource ready = new();
    private bool isKilled;

    private RunningBot(BotProgram program, SandboxServer telegram, IReadOnlyDictionary<string, string> settings)
    {
        this.program = program;
        this.settings = new Dictionary<string, string>(settings)
        {
            ["Telegram__Token"] = telegram.BotToken,
            ["Telegram__BaseUrl"] = telegram.Address.AbsoluteUri,
            ["Limits__QuestionsPerMinute"] = "0",
            ["Limits__QuestionsPerDay"] = "0",
        };
        Process = Launch();
    }

    /// <summary>No limit to the rate of messages, as with an own Bot API server.</summary>
    public static IReadOnlyDictionary<string, string> NoRates { get; } = new Dictionary<string, string>
    {
        ["Telegram__MessagesPerSecond"] = "0",
        ["Telegram__MessagesPerSecondPerChat"] = "0",
        ["Telegram__MessagesPerMinutePerGroup"] = "0",
    };

    public static IReadOnlyDictionary<string, string> DefaultRates { get; } = new Dictionary<string, string>();

    public Process Process { get; private set; }

    /// <summary>How often the bot ended although nobody killed it.</summary>
    public int EndedByItself { get; private set; }

    /// <summary>What the bot wrote to its log last.</summary>
    public string LastLines
    {
        get
        {
            lock (lastLines)
            {
                return string.Join('\n', lastLines);
            }
        }
    }

    /// <summary>Starts the bot and waits until it says that it runs.</summary>
    public static async Task<RunningBot> StartAsync(BotProgram program, SandboxServer telegram, IReadOnlyDictionary<string, string> settings)
    {
        var bot = new RunningBot(program, telegram, settings);
        await bot.ready.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return bot;
    }

    /// <summary>Kills the process without warning (<c>kill -9</c>) and starts it anew at once, on the same data.</summary>
    public void KillAndStartAgain()
    {
        Kill();
        Process.Dispose();
        Process = Launch();
    }

    /// <summary>Asks the process to end (SIGTERM), as a service manager does.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="OperationCanceledException">It did not end in time.</exception>
    public async Task<int> TerminateAsync(TimeSpan patience)
    {
        isKilled = true;
        using var over = new CancellationTokenSource(patience, TimeProvider.System);
        using var signal = Process.Start("kill", ["-TERM", $"{Process.Id}"]);
        await Process.WaitForExitAsync(over.Token);
        return Process.ExitCode;
    }

    /// <summary>Starts the bot anew on the same data after it ended.</summary>
    public void StartAgain()
    {
        Process.Dispose();
        Process = Launch();
    }

    public void Dispose()
    {
        Kill();
        Process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Kill()
    {
        isKilled = true;
        if (Process.HasExited)
        {
            return;
        }

        Process.Kill();
        Process.WaitForExit();
    }

    private Process Launch()
    {
        isKilled = false;
        ready = new TaskCompletionSource();
        var process = program.Start([], settings, folder);
        process.OutputDataReceived += (_, line) => ready.TrySetResult();
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => Ended();
        process.BeginOutputReadLine();
        return process;
    }

    private void Ended()
    {
        if (!isKilled)
        {
            EndedByItself++;
        }
    }

    private void Keep(string? line)
    {
        lock (lastLines)
        {
            lastLines.Enqueue(line ?? "");
            if (lastLines.Count > 20)
            {
                lastLines.Dequeue();
            }
        }
    }
}
