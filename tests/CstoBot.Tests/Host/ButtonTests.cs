using CstoBot.Telegram.Handling;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class ButtonTests
{
    [Fact]
    public async Task A_citation_opens_its_passage_with_the_quote_highlighted_even_after_a_restart()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = await bot.AskAsync("Who?");
        await bot.StopBotAsync();
        await bot.StartBotAsync();

        await PressAsync(bot, answer, "[1] TASS, 24 June 2024");
        var passage = await bot.NextFromBotAsync(bot.Private, answer.Id);

        Assert.Equal("[1] A report — TASS, 24 June 2024\n… Before it. You asked: Who? After it. …", passage.Text);
        Assert.Equal(answer.Id, passage.ReplyToMessageId);
        var underlined = Assert.Single(passage.Entities, entity => entity.Type == "underline");
        Assert.Equal("You asked: Who?", passage.Text.Substring(underlined.Offset, underlined.Length));
    }

    [Fact]
    public async Task Close_removes_the_passage()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = await bot.AskAsync("Who?");
        await PressAsync(bot, answer, "[1] TASS, 24 June 2024");
        var passage = await bot.NextFromBotAsync(bot.Private, answer.Id);

        await PressAsync(bot, passage, "✖ Close");
        var next = await bot.AskAsync("Next?");

        Assert.Equal([answer.Id, next.Id], bot.FromBot(bot.Private).Select(message => message.Id));
    }

    [Fact]
    public async Task A_vote_is_counted_once_a_person_and_may_be_changed()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = await bot.AskAsync("Who?");

        var first = await PressAsync(bot, answer, "👍");
        await PressAsync(bot, answer, "👎");

        Assert.Equal("Thank you!", first.Text);
        var id = long.Parse(Button(answer, "👍").CallbackData!.Split(':')[1], provider: null);
        Assert.Equal(new Votes(Up: 0, Down: 1), await bot.Run.Services.GetRequiredService<IFeedbackStore>().CountAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task A_button_of_an_answer_no_longer_kept_says_so_in_the_users_language()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = await bot.AskAsync("Who?");
        await bot.StopBotAsync();
        using var emptied = new TemporaryFolder();
        bot.Setting.Settings["Data:Folder"] = emptied.Path;
        await bot.StartBotAsync();
        bot.Sandbox.SetLanguage(bot.Sandbox.User, "ru");

        var reply = await PressAsync(bot, answer, "👍");

        Assert.StartsWith("Эта кнопка больше не действует", reply.Text, StringComparison.Ordinal);
        Assert.True(reply.ShowAlert);
        await bot.StopBotAsync();
    }

    private static SandboxButton Button(SandboxMessage message, string label) =>
        message.InlineKeyboard.SelectMany(row => row).Single(button => button.Text == label);

    private static Task<CallbackAnswer> PressAsync(BotFixture bot, SandboxMessage message, string label) => bot.Sandbox
        .Press(bot.Sandbox.User, bot.Private, message.Id, Button(message, label).CallbackData!)
        .Answer.WaitAsync(BotFixture.Patience, CancellationToken.None);
}
