using System.Collections.Concurrent;
using System.Diagnostics;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class StartTests
{
    [Fact]
    public async Task A_wrong_token_ends_the_start_with_one_clear_line()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Telegram:Token"] = "123456789:WRONG-secret";

        var exception = await Assert.ThrowsAsync<StartupException>(bot.StartBotAsync);

        Assert.Equal("Telegram refused the token: check Telegram:Token.", exception.Message);
    }

    [Fact]
    public async Task A_webhook_left_behind_is_removed()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Sandbox.Fail(Fault.Error("getUpdates", 409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"));
        await bot.StartBotAsync();

        Assert.StartsWith("You asked: Who?", (await bot.AskAsync("Who?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_program_with_the_same_token_makes_it_stop_and_say_so()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Time = new AdvancingTime();
        bot.Sandbox.Fail(Fault.Error("getUpdates", 409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running") with { Times = 1_000 });
        await bot.StartBotAsync();

        await bot.Run.StoppedAsync().WaitAsync(BotFixture.Patience, CancellationToken.None);

        Assert.StartsWith("Another program is receiving this bot's messages", bot.Run.Services.GetRequiredService<RunFailure>().MessageOrNull, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_reaches_neither_a_log_nor_a_trace()
    {
        var traced = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("System.Net", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traced.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var bot = await BotFixture.PrepareAsync();
        bot.Sandbox.Fail(Fault.HtmlPage("getUpdates", 502));
        bot.Sandbox.Fail(Fault.DropBefore("sendMessage"));
        bot.Sandbox.Fail(Fault.HtmlPage("sendMessage", 500));
        bot.Sandbox.Fail(Fault.Error("sendMessage", 400, "Bad Request: something"));
        await bot.StartBotAsync();

        await bot.AskAsync("Who is it, my secret question?");
        await bot.StopBotAsync();

        var secret = bot.Sandbox.BotToken.Split(':')[1];
        Assert.True(bot.Setting.Logs.Lines.Count > 10);
        Assert.DoesNotContain(bot.Setting.Logs.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Setting.Logs.Lines, line => line.Contains("secret question", StringComparison.Ordinal));
        Assert.DoesNotContain(traced, line => line.Contains(secret, StringComparison.Ordinal));
    }
}
