using CstoBot.Moderation.Cases;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>Answers that were sent and turned out to be no good.</summary>
public sealed class CorrectionTests
{
    private const string Approve = "✅ Approve";
    private const string Send = "✅ Send this";
    private const string Heading = "✏️ This corrects an earlier answer:";

    [Fact]
    public async Task A_vote_with_a_reason_and_a_report_of_the_same_answer_are_one_case_and_approving_it_says_nothing()
    {
        await using var bot = await ModeratedBot.StartAsync("Off");
        var answer = await bot.AskAsync("Who?");
        var other = bot.Sandbox.AddPerson("Boris");
        var chat = bot.Sandbox.PrivateChat(other);
        var same = await bot.AskAsync(other, chat, "Who?");
        await bot.KnownAsync(same);

        await bot.PressAsync(answer, "👎");
        await bot.PressAsync(await bot.EditedAsync(answer, "Wrong"), "Wrong");
        await bot.CardAsync(1, "voted down: wrong");
        var thanks = await bot.AskAsync(other, chat, "/report there are seven", replyTo: same.Id);
        var card = await bot.CardAsync(1, "voted down: wrong; reported");
        await bot.TapAsync(bot.Sandbox.Admin, card, Approve);
        await bot.CardAsync(1, "approved by Viktor");
        var before = bot.Said();
        await bot.AskAsync("/start");

        Assert.Contains("The reader writes: there are seven", card.Text, StringComparison.Ordinal);
        Assert.Equal("Thank you. A moderator will look at this answer.", thanks.Text);
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.ReportedAgain, CaseEventKind.Approved], await bot.HistoryAsync(1));
        Assert.Null(await bot.Cases().FindOrNullAsync(2, CancellationToken.None));
        Assert.StartsWith("You asked: Who?", Assert.Single(before), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_answer_cannot_be_reported()
    {
        await using var bot = await ModeratedBot.StartAsync("Off");
        var greeting = await bot.AskAsync("/start");

        var said = await bot.AskAsync(bot.Sandbox.User, bot.Private, "/report", replyTo: greeting.Id);

        Assert.StartsWith("Reply with /report to the answer that is wrong", said.Text, StringComparison.Ordinal);
        Assert.Empty(await bot.Cases().PendingAsync(0, 1, CancellationToken.None));
    }

    [Fact]
    public async Task An_edited_answer_corrects_the_messages_of_everybody_who_got_it_but_of_whom_has_blocked_the_bot()
    {
        await using var bot = await ModeratedBot.StartAsync("Off");
        var three = await AskedByThreeAsync(bot);
        var different = await bot.AskAsync("Where?");
        bot.Sandbox.Block(three.Blocked);
        await ReportAsync(bot, three.Private);

        await EditAsync(bot, "You asked: Who? [1]\nAsk the press office.");
        var inPrivate = await CorrectedAsync(bot, three.Private);
        var inGroup = await CorrectedAsync(bot, three.InGroup);
        await bot.HappenedAsync(1, CaseEventKind.NotDelivered);
        var history = await bot.HappenedAsync(1, CaseEventKind.Corrected, times: 2);

        Assert.All(new[] { inPrivate, inGroup }, message =>
        {
            Assert.StartsWith(Heading, message.Text, StringComparison.Ordinal);
            Assert.Contains("Checked by a moderator", message.Text, StringComparison.Ordinal);
            Assert.Contains("Ask the press office.", message.Text, StringComparison.Ordinal);
        });
        Assert.Equal(
            [CaseEventKind.Opened, CaseEventKind.Proposed, CaseEventKind.Edited, CaseEventKind.NotDelivered, CaseEventKind.Corrected, CaseEventKind.Corrected],
            history.Order());
        Assert.Equal(different.Text, bot.FromBot(bot.Private).Single(message => message.Id == different.Id).Text);
        Assert.StartsWith("You asked: Who?", Assert.Single(bot.FromBot(bot.Sandbox.PrivateChat(three.Blocked))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_answer_is_replaced_by_the_word_that_it_is_withdrawn()
    {
        await using var bot = await ModeratedBot.StartAsync("Off");
        var answer = await bot.AskAsync("Who?");
        await ReportAsync(bot, answer);

        var card = await bot.CardAsync(1);
        await bot.TapAsync(bot.Sandbox.Admin, card, "❌ Reject");
        await bot.TapAsync(bot.Sandbox.Admin, await bot.EditedAsync(card, "it is out of date"), "it is out of date");
        var withdrawn = await CorrectedAsync(bot, answer);

        Assert.Equal("✏️ A moderator has withdrawn this answer: it is out of date. Please do not rely on it.", withdrawn.Text);
        Assert.Empty(withdrawn.InlineKeyboard);
        Assert.Equal(
            [CaseEventKind.Opened, CaseEventKind.Rejected, CaseEventKind.Corrected], await bot.HappenedAsync(1, CaseEventKind.Corrected));
    }

    [Fact]
    public async Task A_message_that_is_gone_is_corrected_by_a_new_one()
    {
        await using var bot = await ModeratedBot.StartAsync("Off");
        var answer = await bot.AskAsync("Who?");
        await ReportAsync(bot, answer);
        await bot.RemoveAsync(answer);

        await EditAsync(bot, "You asked: Who? [1]");
        var corrected = await bot.WaitAsync(bot.Private, message => message.Text.StartsWith(Heading, StringComparison.Ordinal));

        Assert.NotEqual(answer.Id, corrected.Id);
        Assert.Single(await bot.HappenedAsync(1, CaseEventKind.Corrected), happened => happened == CaseEventKind.Corrected);
    }

    [Fact]
    public async Task Corrections_go_on_after_a_restart_and_are_made_once()
    {
        await using var bot = await ModeratedBot.StartAsync("Off");
        var three = await AskedByThreeAsync(bot);
        await ReportAsync(bot, three.InGroup);
        var edits = Edits(bot);
        bot.Sandbox.Fail(Fault.Hang("editMessageText", TimeSpan.FromMinutes(1)) with { ChatId = bot.Private.Id });

        await EditAsync(bot, "You asked: Who? [1]\nAsk the press office.");
        await bot.UntilAsync(() => Edits(bot) > edits);
        await bot.StopBotAtOnceAsync();
        await bot.StartBotAsync();
        await CorrectedAsync(bot, three.Private);
        await CorrectedAsync(bot, three.InGroup);
        var history = await bot.HappenedAsync(1, CaseEventKind.Corrected, times: 3);
        await bot.AskAsync("/start");

        Assert.Equal(3, history.Count(happened => happened == CaseEventKind.Corrected));
        Assert.Single(bot.Said(), text => text.StartsWith(Heading, StringComparison.Ordinal));
        Assert.Single(bot.FromBot(bot.Sandbox.Group), message => message.Text.StartsWith(Heading, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_moderator_has_decided_about_is_not_reported_again()
    {
        await using var bot = await ModeratedBot.StartAsync("Off");
        var answer = await bot.AskAsync("Who?");
        await ReportAsync(bot, answer);
        await bot.TapAsync(bot.Sandbox.Admin, await bot.CardAsync(1), Approve);

        var said = await bot.AskAsync(bot.Sandbox.User, bot.Private, "/report", replyTo: answer.Id);

        Assert.Equal("Thank you. A moderator will look at this answer.", said.Text);
        Assert.Empty(await bot.Cases().PendingAsync(0, 1, CancellationToken.None));
    }

    private static async Task<(SandboxMessage Private, SandboxMessage InGroup, Person Blocked)> AskedByThreeAsync(BotFixture bot)
    {
        var boris = bot.Sandbox.AddPerson("Boris");
        var own = await bot.AskAsync("Who?");
        await bot.AskAsync(boris, bot.Sandbox.PrivateChat(boris), "Who?");
        return (own, await bot.AskAsync(bot.Sandbox.Moderator, bot.Sandbox.Group, $"@{bot.Sandbox.Bot.Username} Who?"), boris);
    }

    private static async Task ReportAsync(BotFixture bot, SandboxMessage answer)
    {
        await bot.KnownAsync(answer);
        await bot.AskAsync(bot.Sandbox.User, bot.Sandbox.ChatOrNull(answer.ChatId)!, $"/report@{bot.Sandbox.Bot.Username}", replyTo: answer.Id);
    }

    private static async Task EditAsync(BotFixture bot, string text)
    {
        var card = await bot.CardAsync(1);
        bot.Sandbox.Send(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, text, replyTo: card.Id);
        await bot.TapAsync(bot.Sandbox.Admin, await bot.EditedAsync(card, Send), Send);
    }

    private static Task<SandboxMessage> CorrectedAsync(BotFixture bot, SandboxMessage answer) => bot.WaitAsync(
        bot.Sandbox.ChatOrNull(answer.ChatId)!, message => message.Id == answer.Id && message.Text.StartsWith("✏️", StringComparison.Ordinal));

    private static int Edits(BotFixture bot) => bot.Sandbox.Calls.Count(call =>
        call.Method == "editMessageText" && call.Parameters.GetProperty("chat_id").ToString() == $"{bot.Private.Id}");
}
