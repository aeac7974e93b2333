using CstoBot.Moderation.Cases;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>What moderators are told by the clock, from Monday to Tuesday.</summary>
public sealed class ReminderTests
{
    private const string Waiting = "Waiting for a moderator: 1. The oldest waits for ";

    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private readonly MovedTime time = new();

    [Fact]
    public async Task Moderators_are_reminded_in_working_hours_and_get_a_digest_once_a_day_also_after_a_restart()
    {
        await using var bot = await StartAsync();
        await bot.HeldAsync();

        time.MoveTo(At(0, 10, 30));
        await SaysAsync(bot, Waiting, 1);
        time.MoveTo(At(0, 10, 59));
        await bot.StopBotAsync();
        await bot.StartBotAsync();
        time.MoveTo(At(0, 11, 1));
        await SaysAsync(bot, Waiting, 2);
        time.MoveTo(At(0, 20, 0));
        await SaysAsync(bot, "The last 24 hours", 1);
        var evening = Said(bot);
        time.MoveTo(At(1, 8, 59));
        await bot.TapAsync(bot.Sandbox.Admin, await bot.CardAsync(1), "✅ Approve");
        await bot.HappenedAsync(1, CaseEventKind.Delivered);
        time.MoveTo(At(1, 9, 40));
        await bot.AskAsync("Where?");
        time.MoveTo(At(1, 20, 0));
        await SaysAsync(bot, "The last 24 hours", 2);

        Assert.Equal(
            [$"{Waiting}31 min. /queue shows them.", $"{Waiting}1 h 2 min. /queue shows them.", $"The last 24 hours\n\n{Waiting}10 h 1 min. /queue shows them."],
            evening);
        Assert.Equal(4, Said(bot).Count);
        Assert.Equal($"The last 24 hours\n\napproved: 1\n\n{Waiting}10 h 21 min. /queue shows them.", Said(bot)[^1]);
    }

    [Fact]
    public async Task Nobody_is_reminded_where_nothing_waits()
    {
        await using var bot = await StartAsync();
        var (_, card) = await bot.HeldAsync();
        await bot.TapAsync(bot.Sandbox.Admin, card, "✅ Approve");

        time.MoveTo(At(0, 17, 0));
        time.MoveTo(At(0, 20, 0));
        await SaysAsync(bot, "The last 24 hours", 1);

        Assert.Equal("The last 24 hours\n\napproved: 1\n\nNo case is waiting.", Assert.Single(Said(bot)));
    }

    private async Task<BotFixture> StartAsync()
    {
        var bot = await ModeratedBot.PrepareAsync();
        time.MoveTo(Monday.AddHours(10));
        bot.Setting.Time = time;
        bot.Setting.Settings["Moderation:TimeoutMinutes"] = "0";
        bot.Setting.Settings["Moderation:RemindAfterMinutes"] = "30";
        bot.Setting.Settings["Moderation:WorkingHours"] = "Mo-Fr 09:00-18:00";
        bot.Setting.Settings["Moderation:DigestAt"] = "20:00";
        await bot.StartBotAsync();
        return bot;
    }

    /// <summary>Some seconds after the minute, so that those the test takes do not make it another one.</summary>
    private static DateTimeOffset At(int day, int hour, int minute) => Monday.AddDays(day).AddHours(hour).AddMinutes(minute).AddSeconds(25);

    private static Task SaysAsync(BotFixture bot, string beginning, int times) =>
        bot.UntilAsync(() => Said(bot).Count(text => text.StartsWith(beginning, StringComparison.Ordinal)) >= times);

    /// <summary>What the bot said in the moderators' chat besides its cards.</summary>
    private static List<string> Said(BotFixture bot) =>
        [.. bot.FromBot(bot.Sandbox.ModeratorsChat).Select(message => message.Text).Where(text => !text.StartsWith("Case ", StringComparison.Ordinal))];
}
