using System.Text.Json;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Moderation.Curated;
using CstoBot.Telegram.Rendering;
using CstoBot.Tests.Fakes;
using CstoBot.Tests.Moderation.Curated;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class CuratedTests
{
    [Fact]
    public async Task A_moderator_reads_a_kept_answer_with_what_it_cites_and_retires_it()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Documents = [Report("Before it. Six states. After it.")];
        await bot.StartBotAsync();
        var store = await KeepAsync(bot, SomeCurated.Kept("Which <states>?", Some.Answer("Six states.")));
        var (admin, chat) = Admin(bot);

        var list = await bot.AskAsync(admin, chat, "/curated");
        await bot.PressAsync(list, "#1", admin);
        var one = await bot.NextFromBotAsync(chat, list.Id);
        await bot.PressAsync(one, "[1] TASS, 24 June 2024", admin);
        var passage = await bot.NextFromBotAsync(chat, one.Id);
        await bot.PressAsync(one, "Retire", admin);
        var question = await bot.NextFromBotAsync(chat, passage.Id);
        var before = (await store.FindOrNullAsync(1, CancellationToken.None))!.State;
        await bot.PressAsync(question, "Retire", admin);
        var retired = await bot.WaitAsync(chat, message => message.Id == question.Id && message.Text.StartsWith("#1 is retired", StringComparison.Ordinal));

        Assert.Contains("#1 Which <states>?\nin use · 1 March 2026 · Ms <Moderator>", list.Text, StringComparison.Ordinal);
        Assert.Contains("✔ Checked by a moderator on 1 March 2026\n\nSix states. [1]", one.Text, StringComparison.Ordinal);
        Assert.Contains("Before it. Six states. After it.", passage.Text, StringComparison.Ordinal);
        Assert.StartsWith("Retire the kept answer #1?", question.Text, StringComparison.Ordinal);
        Assert.Equal(CuratedState.Active, before);
        Assert.Empty(retired.InlineKeyboard);
        Assert.Equal(CuratedState.Retired, (await store.FindOrNullAsync(1, CancellationToken.None))!.State);
        Assert.Contains("retired · 1 March 2026", (await bot.AskAsync(admin, chat, "/curated 1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_has_pages_and_a_number_that_is_none_is_said_to_be()
    {
        await using var bot = await BotFixture.StartAsync();
        var (admin, chat) = Admin(bot);
        var none = await bot.AskAsync(admin, chat, "/curated");
        for (var number = 1; number <= CuratedRenderer.PerPage + 1; number++)
        {
            await KeepAsync(bot, SomeCurated.Kept($"Question {number} {new string('x', 5_000)}?", caseId: number));
        }

        var first = await bot.AskAsync(admin, chat, "/curated");
        await bot.PressAsync(first, "›", admin);
        var second = await bot.EditedAsync(first, "2 / 2");

        Assert.Equal("No answers are kept for reuse yet.", none.Text);
        Assert.Contains("#9 Question 9", first.Text, StringComparison.Ordinal);
        Assert.Contains("#1 Question 1", second.Text, StringComparison.Ordinal);
        Assert.Equal("There is no kept answer with this number.", (await bot.AskAsync(admin, chat, "/curated 77")).Text);
        Assert.Equal("There is no kept answer with this number.", (await bot.AskAsync(admin, chat, "/curated x")).Text);
    }

    [Theory]
    [InlineData("/curated retire 1")]
    [InlineData("/curated ask 1")]
    [InlineData("/curated show 1")]
    [InlineData("/curated passage 1 1")]
    [InlineData("/curated page 1")]
    [InlineData("/curated retire -1")]
    public async Task Who_is_no_moderator_sees_and_changes_nothing_by_a_forged_button(string data)
    {
        await using var bot = await BotFixture.StartAsync();
        var store = await KeepAsync(bot, SomeCurated.Kept("Who?"));
        var refused = await bot.AskAsync("/curated");

        bot.Sandbox.SendRaw(JsonSerializer.SerializeToElement(new
        {
            callback_query = new
            {
                id = "1",
                from = new { id = bot.Sandbox.User.Id, is_bot = false, first_name = "Anna", language_code = "en" },
                message = new { message_id = refused.Id, date = 0, chat = new { id = bot.Sandbox.User.Id, type = "private", first_name = "Anna" } },
                chat_instance = "1",
                data,
            },
        }));
        var after = await bot.AskAsync("/curated 1");

        Assert.Equal("Only moderators may do this.", refused.Text);
        Assert.Equal(refused.Text, after.Text);
        Assert.Equal([refused.Id, after.Id], bot.FromBot(bot.Private).Select(message => message.Id));
        Assert.NotEqual(CuratedState.Retired, (await store.FindOrNullAsync(1, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task In_a_group_the_buttons_are_a_moderators_alone()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Moderation:ChatId"] = $"{bot.Sandbox.Group.Id}";
        await bot.StartBotAsync();
        await KeepAsync(bot, SomeCurated.Kept("Who?"));
        var list = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.Group, $"/curated@{bot.Sandbox.Bot.Username}");

        var refused = await bot.PressAsync(list, "#1");

        Assert.Equal(("Only moderators may do this.", true), (refused.Text, refused.ShowAlert));
    }

    /// <summary>What the kept answers cite.</summary>
    private static SourceDocument Report(string text) => new(
        "report.txt",
        text,
        "hash",
        new DocumentMetadata("A report", "TASS", new DateOnly(2024, 6, 24), Url: null, Language.English),
        [new Section(null, null, null, null, null, [new TextSpan(0, text.Length)])]);

    private static (Person Admin, SandboxChat Chat) Admin(BotFixture bot) => (bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin));

    private static async Task<ICuratedStore> KeepAsync(BotFixture bot, CuratedAnswer answer)
    {
        var store = bot.Run.Services.GetRequiredService<ICuratedStore>();
        await store.KeepAsync(answer, CancellationToken.None);
        return store;
    }
}
