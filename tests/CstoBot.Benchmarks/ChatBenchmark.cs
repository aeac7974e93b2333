using System.Diagnostics;
using TelegramSandbox;

namespace CstoBot.Benchmarks;

/// <summary>
/// From a person's message in a chat to the bot's answer there, and from what is typed after the bot's name to what is offered: the bot in its
/// own process, a local Telegram in this one.
/// </summary>
internal static class ChatBenchmark
{
    private const int Messages = 60;

    public static async Task RunAsync(BotProgram bot)
    {
        await using var telegram = await SandboxServer.StartAsync(new SandboxOptions { Port = 0, RateLimits = false }, CancellationToken.None);
        using var process = bot.Start([], new Dictionary<string, string>
        {
            ["Telegram__Token"] = telegram.BotToken,
            ["Telegram__BaseUrl"] = telegram.Address.AbsoluteUri,
            ["Telegram__MessagesPerSecond"] = "0",
            ["Telegram__MessagesPerSecondPerChat"] = "0",
            ["Telegram__MessagesPerMinutePerGroup"] = "0",
            ["Limits__QuestionsPerMinute"] = "0",
            ["Limits__QuestionsPerDay"] = "0",
            ["Limits__InlineQueriesPerMinute"] = "0",
        });
        try
        {
            await process.StandardOutput.ReadLineAsync();
            var times = new List<double>();
            foreach (var question in BotProgram.Questions().Concat(BotProgram.Questions()).Take(Messages))
            {
                times.Add(await OnceAsync(telegram, question));
            }

            Figures.Print("chat: message sent to answer shown", times, "ms");
            Figures.Print("chat: the first answer after the start", times.Take(1), "ms");
            var offers = new List<double>();
            foreach (var words in BotProgram.Questions().SelectMany(AsTyped))
            {
                offers.Add(await InlineAsync(telegram, words));
            }

            Figures.Print("inline: words typed to results offered", offers, "ms");
            if (BotProgram.PeakMegabytesOrNull(process) is { } megabytes)
            {
                Figures.Print("chat: peak memory of the bot", [megabytes], "MB");
            }
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>Telegram asks when a person stops for a moment: at half of the question, say, and at its end. None of it was asked before.</summary>
    private static IEnumerable<string> AsTyped(string question) => [$"please {question[..(question.Length / 2)]}", $"please {question}"];

    private static async Task<double> InlineAsync(SandboxServer telegram, string words)
    {
        var started = Stopwatch.GetTimestamp();
        await telegram.InlineQuery(telegram.User, words).Answer.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<double> OnceAsync(SandboxServer telegram, string question)
    {
        var chat = telegram.PrivateChat(telegram.User);
        var started = Stopwatch.GetTimestamp();
        var sent = telegram.Send(telegram.User, chat, question);
        await telegram.WaitForMessageAsync(chat, message => message.Id > sent && message.From.IsBot, TimeSpan.FromSeconds(10), CancellationToken.None);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
