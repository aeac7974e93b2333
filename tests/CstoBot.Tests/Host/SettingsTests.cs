using System.Text.Json;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class SettingsTests
{
    [Fact]
    public async Task A_person_chooses_the_language_of_the_bot_and_of_the_framing_of_answers()
    {
        await using var bot = await BotFixture.StartAsync();
        var choice = await bot.AskAsync("/language");

        var saved = await bot.PressAsync(choice, "Русский");
        var chosen = await bot.EditedAsync(choice, "✓ Русский");
        await bot.AskAsync("Who is a member?");
        await bot.StopBotAsync();
        await bot.StartBotAsync();
        var help = await bot.AskAsync("/start");
        await bot.PressAsync(chosen, "Автоматически");
        await bot.EditedAsync(chosen, "✓ Automatic");

        Assert.StartsWith("Which language shall I speak?", choice.Text, StringComparison.Ordinal);
        Assert.Equal("Сохранено.", saved.Text);
        Assert.StartsWith("На каком языке мне говорить?", chosen.Text, StringComparison.Ordinal);
        Assert.Equal(CstoBot.Conversations.Language.Russian, bot.Answerer.Asked.Last().Language);
        Assert.StartsWith("Здравствуйте!", help.Text, StringComparison.Ordinal);
        Assert.StartsWith("Hello!", (await bot.AskAsync("/start")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_change_the_settings_of_a_group()
    {
        await using var bot = await BotFixture.StartAsync();
        var settings = await bot.AskAsync(bot.Sandbox.User, bot.Sandbox.Group, "/settings");

        var refused = await bot.PressAsync(settings, "Русский");
        var saved = await bot.PressAsync(settings, "Русский", bot.Sandbox.Admin);
        var changed = await bot.EditedAsync(settings, "✓ Русский");

        Assert.Equal(("Only administrators of this group can change its settings.", true), (refused.Text, refused.ShowAlert));
        Assert.Equal("Сохранено.", saved.Text);
        Assert.Contains("Язык: Русский", changed.Text, StringComparison.Ordinal);
        Assert.StartsWith("Hello!", (await bot.AskAsync("/start")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/settings language ru")]
    [InlineData("/settings answers private")]
    [InlineData("/settings language xx")]
    [InlineData("/forget yes")]
    [InlineData("/reload ")]
    [InlineData("/sources 99999999999")]
    public async Task A_forged_button_changes_nothing_for_who_may_not(string data)
    {
        await using var bot = await BotFixture.StartAsync();
        var (user, group) = (bot.Sandbox.User, bot.Sandbox.Group);
        var before = await bot.AskAsync(user, group, $"/settings@{bot.Sandbox.Bot.Username}");

        // A message too old to be shown comes without its buttons: then only the sender's word stands for the data.
        bot.Sandbox.SendRaw(JsonSerializer.SerializeToElement(new
        {
            callback_query = new
            {
                id = "1",
                from = new { id = user.Id, is_bot = false, first_name = "Anna", language_code = "en" },
                message = new { message_id = before.Id, date = 0, chat = new { id = group.Id, type = "group", title = "g" } },
                chat_instance = "1",
                data,
            },
        }));
        var after = await bot.AskAsync(user, group, $"/settings@{bot.Sandbox.Bot.Username}");

        Assert.Equal(before.Text, after.Text);
        Assert.Equal([before.Id, after.Id], bot.FromBot(group).Select(message => message.Id));
        Assert.Empty(bot.Setting.Changes.Runs);
    }

    [Fact]
    public async Task A_group_may_have_its_answers_read_in_private()
    {
        await using var bot = await BotFixture.StartAsync();
        var (maria, group) = (bot.Sandbox.Moderator, bot.Sandbox.Group);
        var settings = await bot.AskAsync(bot.Sandbox.Admin, group, "/settings");
        await bot.PressAsync(settings, "In private, by a button", bot.Sandbox.Admin);
        await bot.EditedAsync(settings, "✓ In private, by a button");

        await bot.AskAsync(maria, group, $"/ask@{bot.Sandbox.Bot.Username} Кто входит?");
        var lead = await bot.AskAsync(maria, group, $"/ask@{bot.Sandbox.Bot.Username} а с какого года?");
        var link = Assert.Single(Assert.Single(lead.InlineKeyboard)).Url!;
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, $"/start {link.Split('=')[1]}");
        var answer = await bot.WaitAsync(bot.Private, message => message.Text.StartsWith("You asked: а с какого года?", StringComparison.Ordinal));

        Assert.StartsWith("https://t.me/cstobot_sandbox_bot?start=ask_", link, StringComparison.Ordinal);
        Assert.DoesNotContain("You asked", lead.Text, StringComparison.Ordinal);
        Assert.Equal("Вы спрашиваете:\nа с какого года?", bot.FromBot(bot.Private)[0].Text);
        Assert.Equal(["Кто входит?"], bot.Answerer.Asked.Last().History);
        Assert.NotEmpty(answer.InlineKeyboard);
    }

    [Fact]
    public async Task The_settings_of_a_group_follow_it_when_it_gets_another_id()
    {
        await using var bot = await BotFixture.StartAsync();
        var (admin, group, forum) = (bot.Sandbox.Admin, bot.Sandbox.Group, bot.Sandbox.Forum);
        var settings = await bot.AskAsync(admin, group, "/settings");
        await bot.PressAsync(settings, "Русский", admin);
        await bot.EditedAsync(settings, "✓ Русский");

        bot.Sandbox.SendRaw(JsonSerializer.SerializeToElement(new
        {
            message = new
            {
                message_id = 9_999,
                date = 1,
                chat = new { id = group.Id, type = "group", title = "g" },
                from = new { id = admin.Id, is_bot = false, first_name = "Viktor" },
                migrate_to_chat_id = forum.Id,
            },
        }));
        await bot.AskAsync(admin, group, "/settings");

        Assert.StartsWith("Настройки этой группы", (await bot.AskAsync(admin, forum, $"/settings@{bot.Sandbox.Bot.Username}")).Text, StringComparison.Ordinal);
    }
}
