using System.Diagnostics;
using CstoBot.Benchmarks.Chats;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Load;

/// <summary>One bot, warmed up, under load; both sides without limits.</summary>
internal sealed class LoadRun : IAsyncDisposable
{
    private const int People = 1_000;
    private const int WarmUp = 2_000;
    private const int MemoryEvery = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SandboxServer telegram;
    private readonly RunningBot bot;
    private readonly Crowd crowd;

    private LoadRun(SandboxServer telegram, RunningBot bot, KnownQuestions questions)
    {
        this.telegram = telegram;
        this.bot = bot;
        crowd = new Crowd(telegram, questions, People);
    }

    public static async Task<LoadRun> StartAsync(BotProgram program, KnownQuestions questions)
    {
        var telegram = await SandboxServer.StartAsync(
            new SandboxOptions { Port = 0, RateLimits = false, CallsKept = 0, MessagesKept = 20 }, CancellationToken.None);
        var run = new LoadRun(telegram, await RunningBot.StartAsync(program, telegram, RunningBot.NoRates), questions);
        await run.CloseLoopAsync(atOnce: 16, answered => answered < WarmUp);
        await run.SettleAsync();
        run.crowd.Reset();
        return run;
    }

    /// <summary>Asks at a fixed rate, whether or not the bot keeps up.</summary>
    public Task<LoadReport> AtRateAsync(double perSecond, int questions) => MeasureAsync(async started =>
    {
        var latest = TimeSpan.Zero;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var sent = 0; sent < questions; await timer.WaitForNextTickAsync())
        {
            var late = Stopwatch.GetElapsedTime(started) - TimeSpan.FromSeconds(sent / perSecond);
            latest = late > latest ? late : latest;
            for (var due = Math.Min(questions, (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * perSecond)); sent < due; sent++)
            {
                crowd.Ask(sent);
            }
        }

        return latest;
    });

    /// <summary>Asks as fast as the bot answers, with so many questions waiting all the time.</summary>
    public Task<LoadReport> AtMostAsync(int atOnce, TimeSpan duration) => MeasureAsync(async started =>
    {
        await CloseLoopAsync(atOnce, _ => Stopwatch.GetElapsedTime(started) < duration);
        return TimeSpan.Zero;
    });

    public async ValueTask DisposeAsync()
    {
        bot.Dispose();
        await telegram.DisposeAsync();
    }

    private async Task CloseLoopAsync(int atOnce, Func<int, bool> goesOn)
    {
        while (crowd.AnsweredPeople.TryRead(out _))
        {
        }

        for (var person = 0; person < atOnce; person++)
        {
            crowd.Ask(person);
        }

        while (goesOn(crowd.Answered))
        {
            using var over = new CancellationTokenSource(Patience);
            crowd.Ask(await crowd.AnsweredPeople.ReadAsync(over.Token));
        }
    }

    /// <param name="asking">Gets the moment of the start and tells how late it was at most.</param>
    private async Task<LoadReport> MeasureAsync(Func<long, Task<TimeSpan>> asking)
    {
        var (botBefore, ownBefore) = (bot.Process.TotalProcessorTime, Environment.CpuUsage.TotalTime);
        using var over = new CancellationTokenSource();
        var watching = WatchMemoryAsync(over.Token);
        var started = Stopwatch.GetTimestamp();
        var late = await asking(started);
        await SettleAsync();
        bot.Process.Refresh();
        var (botTime, ownTime) = (bot.Process.TotalProcessorTime - botBefore, Environment.CpuUsage.TotalTime - ownBefore);
        await over.CancelAsync();
        var (asked, twice, disorder, others, firstOther) = (crowd.Asked, crowd.AnsweredTwice, crowd.OutOfOrder, crowd.Others, crowd.FirstOther);
        return new LoadReport(
            asked, Stopwatch.GetElapsedTime(started, crowd.LastAnswer), [.. crowd.Reset().Order()], twice, disorder, others, firstOther,
            botTime, ownTime, late, await watching, BotProgram.PeakMegabytesOrNull(bot.Process));
    }

    /// <summary>Waits for the answers that are still out, as long as some come, and a moment for any that nobody waits for.</summary>
    private async Task SettleAsync()
    {
        var since = Stopwatch.GetTimestamp();
        while (crowd.Waiting > 0 && Stopwatch.GetElapsedTime(since) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
    }

    private async Task<IReadOnlyList<double>> WatchMemoryAsync(CancellationToken cancellationToken)
    {
        var samples = new List<double>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!cancellationToken.IsCancellationRequested)
        {
            if (crowd.Answered >= (samples.Count + 1) * MemoryEvery)
            {
                samples.Add(BotProgram.MegabytesOrNull(bot.Process, "VmRSS") ?? bot.Process.WorkingSet64 / 1048576.0);
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        return samples;
    }
}
