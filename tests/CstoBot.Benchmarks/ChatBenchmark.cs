using System.Diagnostics;
using TelegramSandbox;

namespace CstoBot.Benchmarks;

/// <summary>From a person's message in a chat to the bot's answer there: the bot in its own process, a local Telegram in this one.</summary>
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

    private static async Task<double> OnceAsync(SandboxServer telegram, string question)
    {
        var chat = telegram.PrivateChat(telegram.User);
        var started = Stopwatch.GetTimestamp();
        var sent = telegram.Send(telegram.User, chat, question);
        await telegram.WaitForMessageAsync(chat, message => message.Id > sent && message.From.IsBot, TimeSpan.FromSeconds(10), CancellationToken.None);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
