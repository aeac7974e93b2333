using CstoBot.Moderation.Cases;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class CaseTransitionTests
{
    private const string Approve = "✅ Approve";
    private const string TimeOver = "UPDATE cases SET due_at = 1";

    [Fact]
    public async Task When_time_is_up_the_asker_is_told_and_a_later_decision_comes_to_nothing()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (told, card) = await bot.HeldAsync();

        await bot.ExecuteAsync(TimeOver);
        var given = await bot.NextFromBotAsync(bot.Private, told.Id);
        var history = await bot.HappenedAsync(1, CaseEventKind.Delivered);
        var late = await bot.ForgeAsync(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, card.Id, card.DataOf(Approve));

        Assert.StartsWith("No moderator could look at the answer in time", given.Text, StringComparison.Ordinal);
        Assert.StartsWith("closed without a decision", late, StringComparison.Ordinal);
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.Expired, CaseEventKind.Delivered], history);
        Assert.Equal(history, await bot.HistoryAsync(1));
        Assert.DoesNotContain(bot.Said(), text => text.Contains("You asked", StringComparison.Ordinal));
        await bot.CardAsync(1, "closed without a decision");
    }

    [Fact]
    public async Task When_time_is_up_the_answer_goes_out_marked_as_unreviewed_where_that_is_set()
    {
        await using var bot = await ModeratedBot.PrepareAsync();
        bot.Setting.Settings["Moderation:OnTimeout"] = "SendUnreviewed";
        await bot.StartBotAsync();
        var (told, _) = await bot.HeldAsync();

        await bot.ExecuteAsync(TimeOver);
        var given = await bot.NextFromBotAsync(bot.Private, told.Id);

        Assert.StartsWith("⏳ No moderator has looked at this yet:", given.Text, StringComparison.Ordinal);
        Assert.Contains("You asked: Who?", given.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Checked by a moderator", given.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_edited_meanwhile_gets_a_case_of_its_own_and_one_answer()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        var told = await bot.NextFromBotAsync(bot.Private, question);
        var old = await bot.CardAsync(1);

        bot.Sandbox.Edit(bot.Sandbox.User, bot.Private, question, "When?");
        var card = await bot.CardAsync(2, "Question: When?");
        await bot.CardAsync(1, "closed without a decision");
        var late = await bot.ForgeAsync(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, old.Id, old.DataOf(Approve));
        await bot.TapAsync(bot.Sandbox.Admin, card, Approve);
        await bot.HappenedAsync(2, CaseEventKind.Delivered);

        Assert.StartsWith("closed without a decision", late, StringComparison.Ordinal);
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.Withdrawn], await bot.HistoryAsync(1));
        await bot.WaitAsync(bot.Private, _ => bot.FromBot(bot.Private).All(message => message.Id != told.Id));
        Assert.Contains("You asked: When?", Assert.Single(bot.Said()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_deleted_meanwhile_is_answered_all_the_same()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        var told = await bot.NextFromBotAsync(bot.Private, question);
        var card = await bot.CardAsync(1);

        bot.Sandbox.Delete(bot.Sandbox.User, bot.Private, question);
        await bot.TapAsync(bot.Sandbox.Admin, card, Approve);
        var given = await bot.NextFromBotAsync(bot.Private, told.Id);

        Assert.Contains("You asked: Who?", given.Text, StringComparison.Ordinal);
        Assert.Null(given.ReplyToMessageId);
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.Approved, CaseEventKind.Delivered], await bot.HappenedAsync(1, CaseEventKind.Delivered));
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_gets_nothing_and_the_case_says_so()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (_, card) = await bot.HeldAsync();

        bot.Sandbox.Block(bot.Sandbox.User);
        await bot.TapAsync(bot.Sandbox.Admin, card, Approve);
        var history = await bot.HappenedAsync(1, CaseEventKind.NotDelivered);
        bot.Sandbox.Unblock(bot.Sandbox.User);
        await bot.AskAsync("/start");

        Assert.Equal([CaseEventKind.Opened, CaseEventKind.Approved, CaseEventKind.NotDelivered], history);
        Assert.Equal(history, await bot.HistoryAsync(1));
        Assert.DoesNotContain(bot.Said(), text => text.Contains("You asked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_decided_just_before_the_end_is_delivered_once_after_the_next_start()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (told, card) = await bot.HeldAsync();
        var before = SentToUser(bot);
        bot.Sandbox.Fail(Fault.Hang("sendMessage", TimeSpan.FromMinutes(1)) with { ChatId = bot.Private.Id });

        await bot.TapAsync(bot.Sandbox.Admin, card, Approve);
        await bot.UntilAsync(() => SentToUser(bot) > before);
        await bot.StopBotAtOnceAsync();
        Assert.Equal([told.Text], bot.Said());
        await bot.StartBotAsync();
        await bot.HappenedAsync(1, CaseEventKind.Delivered);
        await bot.AskAsync("/start");

        Assert.Single(bot.Said(), text => text.Contains("You asked: Who?", StringComparison.Ordinal));
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.Approved, CaseEventKind.Delivered], await bot.HistoryAsync(1));
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_meanwhile_is_not_on_the_card_and_gets_no_answer()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (_, card) = await bot.HeldAsync();

        var asking = await bot.AskAsync("/forget");
        await bot.PressAsync(asking, "Delete everything");
        var blank = await bot.WaitAsync(bot.Sandbox.ModeratorsChat, message => message.Id == card.Id && !message.Text.Contains("Who?", StringComparison.Ordinal));
        await bot.ForgeAsync(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, card.Id, card.DataOf(Approve));
        await bot.AskAsync("/start");

        Assert.Empty(blank.InlineKeyboard);
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.Withdrawn], await bot.HistoryAsync(1));
        Assert.DoesNotContain(bot.Said(), text => text.Contains("You asked", StringComparison.Ordinal));
        Assert.DoesNotContain("Who", (await bot.Cases().FindOrNullAsync(1, CancellationToken.None))?.Question.Text ?? "", StringComparison.Ordinal);
    }

    private static int SentToUser(BotFixture bot) => bot.Sandbox.Calls.Count(call =>
        call.Method == "sendMessage" && call.Parameters.GetProperty("chat_id").ToString() == $"{bot.Private.Id}");
}
