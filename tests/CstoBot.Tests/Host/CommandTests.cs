using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class CommandTests
{
    [Fact]
    public async Task Start_and_help_speak_the_users_language()
    {
        await using var bot = await BotFixture.StartAsync();
        var (maria, chat) = (bot.Sandbox.Moderator, bot.Sandbox.PrivateChat(bot.Sandbox.Moderator));

        Assert.StartsWith("Hello!", (await bot.AskAsync("/start")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Здравствуйте!", (await bot.AskAsync(maria, chat, "/start")).Text, StringComparison.Ordinal);
        Assert.Contains("«@cstobot_sandbox_bot страны ОДКБ»", (await bot.AskAsync(maria, chat, "/help")).Text, StringComparison.Ordinal);
        Assert.StartsWith("What would you like to know?", (await bot.AskAsync("/ask")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_are_listed_page_by_page()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Documents = [.. Enumerable.Range(0, 25).Select(number => Some.Document($"{number}.txt", $"Report <{number}> {new string('x', 600)}"))];
        await bot.StartBotAsync();

        var first = await bot.AskAsync("/sources");
        await bot.PressAsync(first, "›");
        var second = await bot.EditedAsync(first, "2 / 3");
        await bot.PressAsync(second, "›");
        var third = await bot.EditedAsync(first, "3 / 3");

        Assert.StartsWith("Documents I answer from:\n\n• Report <0>", first.Text, StringComparison.Ordinal);
        Assert.Contains("Report <9>", first.Text, StringComparison.Ordinal);
        Assert.Contains("Report <19>", second.Text, StringComparison.Ordinal);
        Assert.Contains("Report <24>", third.Text, StringComparison.Ordinal);
        Assert.Equal(["«", "‹", "3 / 3"], third.InlineKeyboard[0].Select(button => button.Text));
    }

    [Fact]
    public async Task A_short_list_of_sources_needs_no_pages_and_leads_into_each_document()
    {
        await using var bot = await BotFixture.StartAsync();

        var list = await bot.AskAsync("/sources");
        var link = Assert.Single(list.Entities, entity => entity.Type == "text_link").Url!;
        var document = await bot.AskAsync($"/start {link.Split('=')[1]}");

        Assert.Empty(list.InlineKeyboard);
        Assert.Contains("— TASS, 24 June 2024, in English", list.Text, StringComparison.Ordinal);
        Assert.Equal("https://t.me/cstobot_sandbox_bot?start=doc_a", link);
        Assert.Equal("A report — TASS, 24 June 2024, in English\n\nIt begins:\nText.", document.Text);
    }

    [Fact]
    public async Task Menus_are_set_for_everybody_and_for_admins_once_and_not_again()
    {
        await using var bot = await BotFixture.StartAsync();
        await WaitForMenusAsync(bot, "setMyCommands", 6);
        var sets = Sets(bot);
        await bot.StopBotAsync();
        await bot.StartBotAsync();
        await WaitForMenusAsync(bot, "getMyCommands", 12);

        Assert.Equal(
            ["all_private_chats ", "all_private_chats ru", "all_group_chats ", "all_group_chats ru", "chat ", "chat ru"],
            sets);
        Assert.Equal(sets, Sets(bot));
    }

    [Fact]
    public async Task An_unknown_command_gets_a_hint_in_private_and_silence_in_a_group()
    {
        await using var bot = await BotFixture.StartAsync();

        Assert.StartsWith("I do not know this command.", (await bot.AskAsync("/unknown")).Text, StringComparison.Ordinal);
        bot.Sandbox.Send(bot.Sandbox.User, bot.Sandbox.Group, "/unknown");
        var help = await bot.AskAsync(bot.Sandbox.User, bot.Sandbox.Group, "/help");

        Assert.Equal([help.Id], bot.FromBot(bot.Sandbox.Group).Select(message => message.Id));
    }

    [Fact]
    public async Task Privacy_says_how_long_what_is_kept()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Data:RetentionDays"] = "12";
        bot.Setting.Settings["Embeddings:Endpoint"] = "http://127.0.0.1:9/v1";
        bot.Setting.Settings["Embeddings:Name"] = "some-model";
        await bot.StartBotAsync();

        Assert.Contains("deleted: 12.", (await bot.AskAsync("/privacy")).Text, StringComparison.Ordinal);
        var russian = await bot.AskAsync(bot.Sandbox.Moderator, bot.Sandbox.PrivateChat(bot.Sandbox.Moderator), "/privacy");
        Assert.Contains("дней: 12", russian.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_admin_sees_the_state_of_the_bot_and_no_question_is_in_it()
    {
        await using var bot = await BotFixture.StartAsync();
        var (admin, chat) = (bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin));
        await bot.AskAsync("What is secret here?");
        bot.Answerer.Answer = (_, _) => throw new InvalidOperationException("What is secret here?");
        await bot.AskAsync("What is broken?");

        Assert.Equal("Only admins of the bot may do this.", (await bot.AskAsync("/status")).Text);
        var status = (await bot.AskAsync(admin, chat, "/status")).Text;
        bot.Sandbox.SetLanguage(admin, "ru");
        var russian = (await bot.AskAsync(admin, chat, "/status")).Text;
        var inGroup = await bot.AskAsync(admin, bot.Sandbox.Group, "/status");

        Assert.Contains("Inbox: waiting: 0, set aside: 1\n• ", status, StringComparison.Ordinal);
        Assert.Contains(": InvalidOperationException\n", status, StringComparison.Ordinal);
        Assert.Contains("Answers today (UTC): answered: 1, not answered: 0", status, StringComparison.Ordinal);
        Assert.Contains("Last hour: questions: 1, answered: 1, in the last minute: 1", status, StringComparison.Ordinal);
        Assert.Contains("Documents: 1, corpus version: v1, number: 1", status, StringComparison.Ordinal);
        Assert.Matches(@"Storage: database \d+\.\d MB, documents 0\.0 MB, index 0\.0 MB, free on the disk \d+\.\d [MG]B", status);
        Assert.Matches(@"\nBuilt with: \.NET 10\.[\d.]+, Telegram\.Bot \d[^ ,]+, Semantic Kernel \d[^ ,]+, Lucene\.Net \d[^ ,]+, SQLite 3\.[\d.]+$", status);
        Assert.DoesNotContain("secret", status, StringComparison.Ordinal);
        Assert.Contains("Входящие: ждут: 0, отложены: 1", russian, StringComparison.Ordinal);
        Assert.Equal("https://t.me/cstobot_sandbox_bot?start=status", inGroup.InlineKeyboard[0][0].Url);
    }

    private static async Task WaitForMenusAsync(BotFixture bot, string method, int calls)
    {
        while (bot.Sandbox.Calls.Count(call => call.Method == method) < calls)
        {
            await bot.AskAsync("/help");
        }

        await bot.AskAsync("/help");
    }

    private static List<string> Sets(BotFixture bot) =>
    [
        .. bot.Sandbox.Calls.Where(call => call.Method == "setMyCommands").Select(call =>
            $"{call.Parameters.GetProperty("scope").GetProperty("type").GetString()} {(call.Parameters.TryGetProperty("language_code", out var code) ? code.GetString() : "")}"),
    ];
}
