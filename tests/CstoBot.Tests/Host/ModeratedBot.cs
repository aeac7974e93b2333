using System.Globalization;
using System.Text.Json;
using CstoBot.Moderation.Cases;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Staff;
using Dapper;
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

    /// <summary>The card of a case, as soon as it is there, reads as expected and is known to the bot: a message is seen before the call that sent it ends.</summary>
    public static async Task<SandboxMessage> CardAsync(this BotFixture bot, int caseId, string contains = "")
    {
        var card = await bot.WaitAsync(
            bot.Sandbox.ModeratorsChat,
            message => message.From.IsBot
                && message.Text.StartsWith($"Case {caseId} ·", StringComparison.Ordinal)
                && !message.Text.Contains("History", StringComparison.Ordinal)
                && message.Text.Contains(contains, StringComparison.Ordinal));
        await bot.UntilAsync(async () => (await bot.Cases().CardsAsync(caseId, CancellationToken.None)).Contains((card.ChatId, card.Id)));
        return card;
    }

    /// <summary>Waits until the bot knows which message an answer is, so that it can be replied to.</summary>
    public static Task KnownAsync(this BotFixture bot, SandboxMessage answer) => bot.UntilAsync(async () =>
        await bot.Run.Services.GetRequiredService<IAnswerStore>().OfMessageOrNullAsync(answer.ChatId, answer.Id, CancellationToken.None) is not null);

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

    /// <summary>Anna asks "Who?" and is told to wait.</summary>
    public static async Task<(SandboxMessage Told, SandboxMessage Card)> HeldAsync(this BotFixture bot) => (await bot.AskAsync("Who?"), await bot.CardAsync(1));

    /// <summary>What the bot wrote in Anna's chat.</summary>
    public static IReadOnlyList<string> Said(this BotFixture bot) => [.. bot.FromBot(bot.Private).Select(message => message.Text)];

    /// <summary>Changes the database behind the bot's back: time that is over, for one.</summary>
    public static Task<int> ExecuteAsync(this BotFixture bot, string sql) =>
        bot.Run.Services.GetRequiredService<SqliteDatabase>().WriteAsync(connection => connection.Execute(sql), CancellationToken.None);

    public static async Task<IReadOnlyList<AuditEntry>> AuditAsync(this BotFixture bot, string action) =>
        await bot.Run.Services.GetRequiredService<IAuditLog>()
            .SinceAsync(DateTimeOffset.MinValue, userId: null, CancellationToken.None)
            .Where(entry => entry.Action == action)
            .ToListAsync(CancellationToken.None);

    /// <summary>Taps a button that the message does not have, as a changed client or a slow one could.</summary>
    /// <returns>What the person would be shown; empty for nothing.</returns>
    public static async Task<string> ForgeAsync(this BotFixture bot, Person person, SandboxChat chat, int messageId, string data)
    {
        var id = $"{Guid.NewGuid()}";
        var press = new
        {
            callback_query = new
            {
                id,
                from = new { id = person.Id, is_bot = false, first_name = person.FirstName, language_code = person.LanguageCode },
                message = new { message_id = messageId, date = 1, chat = new { id = chat.Id, type = chat.Id < 0 ? "group" : "private" }, text = "x" },
                chat_instance = "1",
                data,
            },
        };
        bot.Sandbox.SendRaw(JsonSerializer.SerializeToElement(press));
        await bot.UntilAsync(() => Answers().Any());
        return Answers().First().TryGetProperty("text", out var text) ? text.GetString() ?? "" : "";

        IEnumerable<JsonElement> Answers() => bot.Sandbox.Calls
            .Where(call => call.Method == "answerCallbackQuery" && call.StatusCode != 0 && call.Parameters.GetProperty("callback_query_id").GetString() == id)
            .Select(call => call.Parameters);
    }

    public static string DataOf(this SandboxMessage message, string label) =>
        message.InlineKeyboard.SelectMany(row => row).Single(button => button.Text.StartsWith(label, StringComparison.Ordinal)).CallbackData!;

    public static Task UntilAsync(this BotFixture bot, Func<bool> condition) => bot.UntilAsync(() => Task.FromResult(condition()));

    public static async Task UntilAsync(this BotFixture _, Func<Task<bool>> condition)
    {
        using var over = new CancellationTokenSource(BotFixture.Patience);
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, over.Token);
        }
    }

    /// <summary>Removes a message of the bot, as an administrator of a group may.</summary>
    public static async Task RemoveAsync(this BotFixture bot, SandboxMessage message)
    {
        using var client = new HttpClient();
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["chat_id"] = $"{message.ChatId}", ["message_id"] = $"{message.Id}" });
        using var response = await client.PostAsync(new Uri(bot.Sandbox.Address, $"/bot{bot.Sandbox.BotToken}/deleteMessage"), fields, CancellationToken.None);
        response.EnsureSuccessStatusCode();
    }
}
