using CstoBot.Telegram;
using CstoBot.Telegram.Handling;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class StartLinkTests
{
    [Theory]
    [InlineData("Who leads it?", "You ask:\nWho leads it?")]
    [InlineData("Кто генсек?", "Вы спрашиваете:\nКто генсек?")]
    [InlineData("<b>&amp;", "You ask:\n<b>&amp;")]
    public async Task A_link_asks_its_question(string question, string repeated)
    {
        await using var bot = await BotFixture.StartAsync();
        var link = new StartLink.Ask(question).ToOrNull(new BotIdentity(1, "bot"))!;

        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, $"/start {link.Query["?start=".Length..]}");
        await bot.WaitAsync(bot.Private, message => message.Text.StartsWith($"You asked: {question}", StringComparison.Ordinal));

        Assert.Equal(repeated, bot.FromBot(bot.Private)[0].Text);
    }

    [Fact]
    public async Task Nobody_reads_what_others_asked_in_private_by_a_link_and_tries_are_counted()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Limits:QuestionsPerMinute"] = "3";
        await bot.StartBotAsync();
        var (maria, chat) = (bot.Sandbox.Moderator, bot.Sandbox.PrivateChat(bot.Sandbox.Moderator));
        var answer = await bot.AskAsync(maria, chat, "Что-то личное?");
        var id = answer.InlineKeyboard[0][0].CallbackData!.Split(':')[1];

        var stranger = await bot.AskAsync($"/start ask_{id}");
        await bot.AskAsync("/start ask_1");
        await bot.AskAsync("/start ask_2");
        var limited = await bot.AskAsync("Who?");
        bot.Sandbox.Send(maria, chat, $"/start ask_{id}");
        await bot.WaitAsync(chat, message => message.From.IsBot && message.Id > answer.Id && message.Text.StartsWith("You asked: Что-то личное?", StringComparison.Ordinal));

        Assert.StartsWith("This link is no longer valid", stranger.Text, StringComparison.Ordinal);
        Assert.StartsWith("That is too many questions for one minute (limit: 3).", limited.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doc_nothing")]
    [InlineData("doc_4oCuYWJj")]
    public async Task A_document_that_is_not_there_is_not_shown(string payload)
    {
        await using var bot = await BotFixture.StartAsync();

        Assert.StartsWith("I do not have this document", (await bot.AskAsync($"/start {payload}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask_%%%")]
    [InlineData("ask_gICA")]
    [InlineData("reload")]
    [InlineData("' OR 1=1 --")]
    public async Task Any_other_payload_is_a_plain_start(string payload)
    {
        await using var bot = await BotFixture.StartAsync();

        Assert.StartsWith("Hello!", (await bot.AskAsync($"/start {payload}")).Text, StringComparison.Ordinal);
        Assert.Empty(bot.Setting.Changes.Runs);
    }

    [Theory]
    [InlineData("en", "Deleted – questions with their answers: 2, votes: 1, messages that could not be dealt with: 0", "Delete everything", "Nothing of yours is stored.")]
    [InlineData("ru", "Удалено: вопросов с ответами — 2, оценок — 1, сообщений, с которыми возникла ошибка, — 0", "Удалить всё", "О вас ничего не хранится.")]
    public async Task Forget_deletes_what_is_stored_after_a_second_tap(string language, string expected, string button, string nothing)
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Sandbox.SetLanguage(bot.Sandbox.User, language);
        var others = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), "Mine?");
        await bot.AskAsync("First?");
        var answer = await bot.AskAsync("Second?");
        await bot.PressAsync(answer, "👍");

        var inGroup = await bot.AskAsync(bot.Sandbox.User, bot.Sandbox.Group, $"/forget@{bot.Sandbox.Bot.Username}");
        var question = await bot.AskAsync($"/start {Assert.Single(Assert.Single(inGroup.InlineKeyboard)).Url!.Split('=')[1]}");
        await bot.PressAsync(question, button);
        var done = await bot.WaitAsync(bot.Private, message => message.Id == question.Id && message.IsEdited);
        var expired = await bot.PressAsync(answer, "👍");

        Assert.StartsWith(expected, done.Text, StringComparison.Ordinal);
        Assert.Empty(done.InlineKeyboard);
        Assert.True(expired.ShowAlert);
        Assert.Equal(nothing, (await bot.AskAsync("/forget")).Text);
        var rows = bot.Run.Services.GetRequiredService<IPersonalRows>();
        Assert.Equal(new PersonalRows(1, 0, 0), await rows.CountAsync(bot.Sandbox.Admin.Id, CancellationToken.None));
        Assert.NotEmpty(others.InlineKeyboard);
    }

    [Fact]
    public async Task Who_keeps_it_loses_nothing()
    {
        await using var bot = await BotFixture.StartAsync();
        await bot.AskAsync("First?");
        var question = await bot.AskAsync("/forget");

        await bot.PressAsync(question, "Keep it");
        var kept = await bot.WaitAsync(bot.Private, message => message.Id == question.Id && message.IsEdited);

        Assert.Equal("Nothing was deleted.", kept.Text);
        Assert.StartsWith("Stored about you – questions with their answers: 1,", (await bot.AskAsync("/forget")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_who_comes_for_the_first_time_gets_the_menu_then()
    {
        await using var bot = await BotFixture.PrepareAsync();
        var admin = bot.Sandbox.Admin;
        bot.Sandbox.Fail(Fault.Error("setMyCommands", 400, "Bad Request: chat not found") with { Times = 6 });
        await bot.StartBotAsync();
        while (bot.Sandbox.Calls.Count(call => call.Method == "setMyCommands" && call.StatusCode == 400) < 6)
        {
            await bot.AskAsync("/help");
        }

        await bot.AskAsync(admin, bot.Sandbox.PrivateChat(admin), "/start");
        while (!Set().Any())
        {
            await bot.AskAsync("/help");
        }

        Assert.All(Set(), call => Assert.Contains("status", call.Parameters.GetProperty("commands").ToString(), StringComparison.Ordinal));

        IEnumerable<ApiCall> Set() => bot.Sandbox.Calls.Where(call => call is { Method: "setMyCommands", StatusCode: 200 });
    }
}
