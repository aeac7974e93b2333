using System.Globalization;
using CstoBot.Moderation.Cases;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;

namespace CstoBot.Tests.Host;

/// <summary>A bot with a moderators' chat: Anna asks, Maria and Viktor moderate.</summary>
internal static class ModeratedBot
{
    public static async Task<BotFixture> PrepareAsync(string mode = "All")
    {
        var bot = await BotFixture.PrepareAsync();
        var settings = bot.Setting.Settings;
        settings["Moderation:Mode"] = mode;
        settings["Moderation:ChatId"] = bot.Sandbox.ModeratorsChat.Id.ToString(CultureInfo.InvariantCulture);
        settings["Roles:Moderators"] = bot.Sandbox.Moderator.Id.ToString(CultureInfo.InvariantCulture);
        settings["Telegram:MessagesPerMinutePerGroup"] = "0";
        settings["Telegram:MessagesPerSecondPerChat"] = "0";
        return bot;
    }

    public static async Task<BotFixture> StartAsync(string mode = "All")
    {
        var bot = await PrepareAsync(mode);
        await bot.StartBotAsync();
        return bot;
    }

    /// <summary>The card of a case, as soon as it is there and reads as expected.</summary>
    public static Task<SandboxMessage> CardAsync(this BotFixture bot, int caseId, string contains = "") => bot.WaitAsync(
        bot.Sandbox.ModeratorsChat,
        message => message.From.IsBot
            && message.Text.StartsWith($"Case {caseId} ·", StringComparison.Ordinal)
            && !message.Text.Contains("History", StringComparison.Ordinal)
            && message.Text.Contains(contains, StringComparison.Ordinal));

    /// <summary>Taps a button under a card and waits for what the presser is told.</summary>
    public static Task<CallbackAnswer> TapAsync(this BotFixture bot, Person person, SandboxMessage card, string label) => bot.PressAsync(card, label, person);

    public static ICaseStore Cases(this BotFixture bot) => bot.Run.Services.GetRequiredService<ICaseStore>();

    /// <summary>The kinds of what happened to a case, in order.</summary>
    public static async Task<IReadOnlyList<CaseEventKind>> HistoryAsync(this BotFixture bot, long caseId) =>
        [.. (await bot.Cases().HistoryAsync(caseId, CancellationToken.None)).Select(happened => happened.Kind)];

    /// <summary>Waits until something has happened to a case.</summary>
    public static async Task<IReadOnlyList<CaseEventKind>> HappenedAsync(this BotFixture bot, long caseId, CaseEventKind kind, int times = 1)
    {
        using var over = new CancellationTokenSource(BotFixture.Patience);
        while (true)
        {
            var history = await bot.HistoryAsync(caseId);
            if (history.Count(happened => happened == kind) >= times)
            {
                return history;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, over.Token);
        }
    }
}
