using System.Globalization;
using CstoBot.Benchmarks.Chats;

namespace CstoBot.Benchmarks.Faults;

/// <summary>The fault suite at the size asked of the bot.</summary>
internal static class FaultBenchmark
{
    /// <returns>Whether every bound is kept.</returns>
    public static async Task<bool> RunAsync(BotProgram program, IReadOnlyList<string> arguments)
    {
        var numbers = arguments.Select(argument => int.Parse(argument, CultureInfo.InvariantCulture)).ToList();
        var plan = new FaultPlan(
            Questions: numbers.ElementAtOrDefault(0) is > 0 and var questions ? questions : 2_000,
            Users: numbers.ElementAtOrDefault(1) is > 0 and var users ? users : 200,
            Kills: numbers.Count > 2 ? numbers[2] : 20,
            Seed: numbers.Count > 3 ? numbers[3] : 1);
        var report = await FaultSuite.RunAsync(program, plan, QuestionTrial.Candidates());
        report.Print();
        return report.Missed.Count == 0;
    }
}
