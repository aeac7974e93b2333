using System.Text.Json;

namespace CstoBot.Benchmarks;

/// <summary>Many questions in one process: the time each answer takes, as the bot reports it, and the most memory held.</summary>
internal static class QuestionsBenchmark
{
    private const int Count = 1_000;

    public static async Task RunAsync(BotProgram bot)
    {
        using var process = bot.Start(["ask", "--jsonl"]);
        var questions = BotProgram.Questions();
        var times = new List<double>();
        for (var number = 0; number < Count; number++)
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { id = $"q{number}", question = questions[number % questions.Count] }));
            await process.StandardInput.FlushAsync();
            using var answer = JsonDocument.Parse(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("no answer"));
            times.Add(answer.RootElement.GetProperty("elapsedMs").GetDouble());
        }

        var peak = BotProgram.PeakMegabytesOrNull(process);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Figures.Print($"ask --jsonl: each of {Count} questions", times, "ms");
        if (peak is { } megabytes)
        {
            Figures.Print("ask --jsonl: peak memory", [megabytes], "MB");
        }
    }
}
