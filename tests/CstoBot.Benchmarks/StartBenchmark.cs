using System.Diagnostics;

namespace CstoBot.Benchmarks;

/// <summary>From process start to the first answer in the terminal.</summary>
internal static class StartBenchmark
{
    private const int Runs = 20;

    public static async Task RunAsync(BotProgram bot)
    {
        await OnceAsync(bot);
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            times.Add(await OnceAsync(bot));
        }

        Figures.Print("ask: process start to first answer", times, "ms");
    }

    private static async Task<double> OnceAsync(BotProgram bot)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = bot.Start(["ask", "Which countries are members of the CSTO?"]);
        var answer = await process.StandardOutput.ReadLineAsync();
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await process.WaitForExitAsync();
        return string.IsNullOrEmpty(answer) || process.ExitCode != 0 ? throw new InvalidOperationException("no answer") : elapsed;
    }
}
