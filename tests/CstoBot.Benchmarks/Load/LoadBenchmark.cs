using System.Globalization;
using CstoBot.Benchmarks.Chats;

namespace CstoBot.Benchmarks.Load;

/// <summary>How many questions a second the bot answers with everything stored, and how fast.</summary>
internal static class LoadBenchmark
{
    private const int MostAtOnce = 256;

    /// <summary>What is asked of the bot: 1,000 and 500 a second for half a minute, then 100,000 questions in a row.</summary>
    private static readonly (double PerSecond, int Questions)[] Usual = [(1_000, 30_000), (500, 15_000), (1_000, 100_000)];

    /// <returns>Whether every question was answered exactly once.</returns>
    public static async Task<bool> RunAsync(BotProgram program, IReadOnlyList<string> arguments)
    {
        var questions = await QuestionTrial.RunAsync(program, QuestionTrial.Candidates());
        Console.WriteLine($"{questions.All.Count} different questions, asked by 1,000 people in private chats; the bot is warm, no limits");
        if (arguments is ["max"])
        {
            await using var run = await LoadRun.StartAsync(program, questions);
            var report = await run.AtMostAsync(MostAtOnce, TimeSpan.FromSeconds(30));
            report.Print($"as fast as it answers, {MostAtOnce} questions waiting, 30 s");
            return report.IsRight;
        }

        var isRight = true;
        foreach (var (perSecond, count) in Rates(arguments))
        {
            await using var run = await LoadRun.StartAsync(program, questions);
            var report = await run.AtRateAsync(perSecond, count);
            report.Print(string.Create(CultureInfo.InvariantCulture, $"{count} questions, {perSecond} a second"));
            isRight &= report.IsRight;
        }

        return isRight;
    }

    private static IReadOnlyList<(double PerSecond, int Questions)> Rates(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0)
        {
            return Usual;
        }

        var rate = double.Parse(arguments[0], CultureInfo.InvariantCulture);
        var seconds = arguments.Count > 1 ? double.Parse(arguments[1], CultureInfo.InvariantCulture) : 30;
        return [(rate, (int)(rate * seconds))];
    }
}
