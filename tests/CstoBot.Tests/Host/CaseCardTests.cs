using CstoBot.Moderation.Cases;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class CaseCardTests
{
    private const string Approve = "✅ Approve";
    private const string Take = "🙋 Take";

    [Fact]
    public async Task What_a_moderator_has_taken_nobody_else_decides_until_the_time_is_over()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (told, card) = await bot.HeldAsync();

        await bot.TapAsync(bot.Sandbox.Moderator, card, Take);
        await bot.CardAsync(1, "taken by Мария");
        var refused = await bot.TapAsync(bot.Sandbox.Admin, card, Approve);
        await bot.ExecuteAsync("UPDATE cases SET claimed_until = 1");
        var done = await bot.TapAsync(bot.Sandbox.Admin, card, Approve);
        await bot.NextFromBotAsync(bot.Private, told.Id);

        Assert.StartsWith("taken by Мария until", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Done.", done.Text);
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.Taken, CaseEventKind.Approved], (await bot.HistoryAsync(1)).Take(3));
    }

    [Fact]
    public async Task Who_has_taken_a_case_and_skips_it_leaves_it_to_the_others()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (told, card) = await bot.HeldAsync();

        await bot.TapAsync(bot.Sandbox.Moderator, card, Take);
        var foreign = await bot.TapAsync(bot.Sandbox.Admin, card, "⏭ Skip");
        await bot.TapAsync(bot.Sandbox.Moderator, card, "⏭ Skip");
        await bot.TapAsync(bot.Sandbox.Admin, card, Approve);
        await bot.NextFromBotAsync(bot.Private, told.Id);

        Assert.StartsWith("taken by Мария", foreign.Text, StringComparison.Ordinal);
        Assert.Equal(
            [CaseEventKind.Opened, CaseEventKind.Taken, CaseEventKind.Skipped, CaseEventKind.Approved], (await bot.HistoryAsync(1)).Take(4));
    }

    [Fact]
    public async Task Who_does_not_want_to_reject_after_all_gets_the_usual_buttons_back()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (_, card) = await bot.HeldAsync();

        await bot.TapAsync(bot.Sandbox.Admin, card, "❌ Reject");
        var asking = await bot.EditedAsync(card, "↩ Back");
        await bot.TapAsync(bot.Sandbox.Admin, asking, "↩ Back");
        var usual = await bot.EditedAsync(card, Approve);

        Assert.Equal(
            ["it was wrong", "it is out of date", "it does not answer the question", "this is not for me to answer", "↩ Back"],
            asking.InlineKeyboard.SelectMany(row => row).Select(button => button.Text));
        Assert.Equal(card.Text, usual.Text);
        Assert.Equal([CaseEventKind.Opened], await bot.HistoryAsync(1));
    }

    [Fact]
    public async Task A_text_that_was_replaced_meanwhile_is_not_sent()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (told, card) = await bot.HeldAsync();
        bot.Sandbox.Send(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, "First text.", replyTo: card.Id);
        var first = await bot.EditedAsync(card, "✅ Send this");
        bot.Sandbox.Send(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, "Second text.", replyTo: card.Id);
        await bot.CardAsync(1, "Second text.");

        var said = await bot.ForgeAsync(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, card.Id, first.DataOf("✅ Send this"));
        Assert.Equal("This has changed meanwhile; look at the card again.", said);
        Assert.Equal([told.Text], bot.Said());

        await bot.TapAsync(bot.Sandbox.Admin, await bot.CardAsync(1, "Second text."), "✅ Send this");
        var given = await bot.NextFromBotAsync(bot.Private, told.Id);

        Assert.Contains("Second text.", given.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_discarded_leaves_the_draft_to_be_approved()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (told, card) = await bot.HeldAsync();
        bot.Sandbox.Send(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, "First text.", replyTo: card.Id);

        await bot.TapAsync(bot.Sandbox.Admin, await bot.EditedAsync(card, "✅ Send this"), "🗑 Discard");
        await bot.TapAsync(bot.Sandbox.Admin, await bot.EditedAsync(card, Approve), Approve);
        var given = await bot.NextFromBotAsync(bot.Private, told.Id);

        Assert.Contains("You asked: Who?", given.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("First text.", given.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_comes_back_with_the_queue_and_works()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (told, card) = await bot.HeldAsync();

        await bot.RemoveAsync(card);
        await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, "/queue");
        var again = await bot.CardAsync(1);
        await bot.TapAsync(bot.Sandbox.Admin, again, Approve);
        await bot.NextFromBotAsync(bot.Private, told.Id);
        await bot.CardAsync(1, "approved by Viktor");

        Assert.NotEqual(card.Id, again.Id);
        Assert.Single(bot.FromBot(bot.Sandbox.ModeratorsChat), message => message.Text.StartsWith("Case 1 ·", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_works_after_a_restart_and_is_changed_in_its_place()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (told, card) = await bot.HeldAsync();
        await bot.StopBotAsync();
        await bot.StartBotAsync();

        await bot.TapAsync(bot.Sandbox.Moderator, card, Approve);
        await bot.NextFromBotAsync(bot.Private, told.Id);
        var decided = await bot.CardAsync(1, "approved by Мария");

        Assert.Equal(card.Id, decided.Id);
    }

    [Fact]
    public async Task A_moderator_sees_a_case_with_its_history_in_private_and_decides_there()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (told, _) = await bot.HeldAsync();
        var own = bot.Sandbox.PrivateChat(bot.Sandbox.Admin);

        var history = await bot.AskAsync(bot.Sandbox.Admin, own, "/case 1");
        var card = await bot.NextFromBotAsync(own, history.Id);
        await bot.TapAsync(bot.Sandbox.Admin, card, Approve);
        await bot.NextFromBotAsync(bot.Private, told.Id);
        await bot.CardAsync(1, "approved by Viktor");
        await bot.WaitAsync(own, message => message.Id == card.Id && message.Text.Contains("approved by Viktor", StringComparison.Ordinal));
        var mine = await bot.AskAsync(bot.Sandbox.Admin, own, "/mycases");
        var none = await bot.AskAsync(bot.Sandbox.Admin, own, "/case 2");

        Assert.StartsWith("Case 1 · History", history.Text, StringComparison.Ordinal);
        Assert.Contains("opened", history.Text, StringComparison.Ordinal);
        Assert.Contains("quotes · 0.90 · v1", history.Text, StringComparison.Ordinal);
        Assert.Equal("1 · approved: Who?", mine.Text);
        Assert.Equal("There is no such case (any more).", none.Text);
    }

    [Fact]
    public async Task The_queue_shows_the_oldest_first_a_page_at_a_time()
    {
        await using var bot = await ModeratedBot.PrepareAsync();
        bot.Setting.Settings["Limits:QuestionsPerMinute"] = "100";
        await bot.StartBotAsync();
        for (var number = 1; number <= 9; number++)
        {
            await bot.AskAsync($"Question {number}?");
        }

        var own = bot.Sandbox.PrivateChat(bot.Sandbox.Admin);
        var first = await bot.AskAsync(bot.Sandbox.Admin, own, "/queue");
        await bot.TapAsync(bot.Sandbox.Admin, first, "Next ›");
        var second = await bot.EditedAsync(first, "↩ Back");
        bot.Sandbox.Press(bot.Sandbox.Admin, own, second.Id, second.DataOf("9"));
        var shown = await bot.WaitAsync(own, message => message.Text.StartsWith("Case 9 · waiting", StringComparison.Ordinal));

        Assert.StartsWith("Waiting: 9, of these taken: 0.", first.Text, StringComparison.Ordinal);
        Assert.Equal(
            Enumerable.Range(1, 8).Select(number => $"{number}"),
            first.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(' ')[0]));
        Assert.Contains("Question 9?", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Question 8?", second.Text, StringComparison.Ordinal);
        Assert.Contains("You asked: Question 9?", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_another_group_no_case_is_shown()
    {
        await using var bot = await ModeratedBot.StartAsync();
        await bot.HeldAsync();

        foreach (var command in new[] { "/queue", "/case 1", "/mycases" })
        {
            var said = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.Group, $"{command.Split(' ')[0]}@{bot.Sandbox.Bot.Username}{command[command.Split(' ')[0].Length..]}");
            Assert.Equal("This works in a private chat only.", said.Text);
        }
    }
}
