using CstoBot.Moderation.Cases;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class HeldAnswerTests
{
    private const string Held = "Thank you. A moderator looks at the answer before I send it; you will get it here.";

    [Fact]
    public async Task An_answer_is_sent_when_a_moderator_approves_it()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        var meanwhile = await bot.NextFromBotAsync(bot.Private, question);
        var card = await bot.CardAsync(1);

        var said = await bot.TapAsync(bot.Sandbox.Moderator, card, "✅ Approve");
        var answer = await bot.NextFromBotAsync(bot.Private, meanwhile.Id);
        await bot.CardAsync(1, "approved by Мария");
        var history = await bot.HappenedAsync(1, CaseEventKind.Delivered);

        Assert.Equal(Held, meanwhile.Text);
        Assert.Contains("Question: Who?", card.Text, StringComparison.Ordinal);
        Assert.Contains("You asked: Who? [1]", card.Text, StringComparison.Ordinal);
        Assert.Equal("Готово.", said.Text);
        Assert.StartsWith("✔ Checked by a moderator", answer.Text, StringComparison.Ordinal);
        Assert.Contains("You asked: Who? [1]", answer.Text, StringComparison.Ordinal);
        Assert.Equal(question, answer.ReplyToMessageId);
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.Approved, CaseEventKind.Delivered], history);
        await bot.WaitAsync(bot.Private, _ => bot.FromBot(bot.Private).All(message => message.Id != meanwhile.Id));
    }

    [Fact]
    public async Task Of_two_moderators_who_press_at_once_the_first_decides_and_the_other_is_told_who_did()
    {
        await using var bot = await ModeratedBot.StartAsync();
        await bot.AskAsync("Who?");
        var card = await bot.CardAsync(1);

        var both = await Task.WhenAll(bot.TapAsync(bot.Sandbox.Moderator, card, "✅ Approve"), bot.TapAsync(bot.Sandbox.Admin, card, "✅ Approve"));
        await bot.HappenedAsync(1, CaseEventKind.Delivered);

        Assert.Single(both, said => said.Text is "Done." or "Готово.");
        Assert.Single(both, said => said.ShowAlert && (said.Text ?? "").Contains("Viktor", StringComparison.Ordinal) | (said.Text ?? "").Contains("Мария", StringComparison.Ordinal));
        Assert.Single(bot.FromBot(bot.Private), message => message.Text.Contains("You asked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rejected_answer_is_not_sent_and_the_asker_is_told()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var meanwhile = await bot.AskAsync("Who?");
        var card = await bot.CardAsync(1);

        await bot.TapAsync(bot.Sandbox.Admin, card, "❌ Reject");
        card = await bot.EditedAsync(card, "it is out of date");
        await bot.TapAsync(bot.Sandbox.Admin, card, "it is out of date");
        var told = await bot.NextFromBotAsync(bot.Private, meanwhile.Id);

        Assert.StartsWith("A moderator looked at the answer I had found and decided not to send it.", told.Text, StringComparison.Ordinal);
        await bot.CardAsync(1, "rejected by Viktor");
        Assert.DoesNotContain(bot.FromBot(bot.Private), message => message.Text.Contains("You asked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_moderator_writes_another_answer_sees_what_nothing_supports_and_sends_it()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var meanwhile = await bot.AskAsync("Who?");
        var card = await bot.CardAsync(1);

        bot.Sandbox.Send(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, "You asked: Who? [1]\nAsk the press office. Ten states [1]", replyTo: card.Id);
        var preview = await bot.WaitAsync(bot.Sandbox.ModeratorsChat, message => message.From.IsBot && message.Text.StartsWith("New text", StringComparison.Ordinal));
        card = await bot.EditedAsync(card, "✅ Send this");
        await bot.TapAsync(bot.Sandbox.Admin, card, "✅ Send this");
        var answer = await bot.NextFromBotAsync(bot.Private, meanwhile.Id);

        Assert.Contains("⚠ The documents do not say this in these words", preview.Text, StringComparison.Ordinal);
        Assert.Contains("You asked: Who? [1]", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Moderator’s note: ", answer.Text.Replace('\'', '’'), StringComparison.Ordinal);
        await bot.CardAsync(1, "edited by Viktor");
    }

    [Fact]
    public async Task What_was_rejected_is_not_said_again_when_answers_are_not_reviewed_any_more_until_one_is_approved()
    {
        await using var bot = await ModeratedBot.PrepareAsync();
        bot.Setting.Settings["Moderation:OnTimeout"] = "SendUnreviewed";
        await bot.StartBotAsync();
        var (_, first) = await bot.HeldAsync();
        await bot.TapAsync(bot.Sandbox.Moderator, first, "❌ Reject");
        await bot.TapAsync(bot.Sandbox.Moderator, await bot.EditedAsync(first, "it is out of date"), "it is out of date");
        await bot.HappenedAsync(1, CaseEventKind.Rejected);
        await bot.StopBotAsync();
        bot.Setting.Settings["Moderation:Mode"] = "Off";
        var watched = new List<string>();
        bot.Answerer.Write = (conversation, _, _) =>
        {
            watched.Add(conversation.Question);
            return Task.CompletedTask;
        };
        await bot.StartBotAsync();

        var again = await bot.AskAsync("Who?");
        var other = await bot.AskAsync("Where?");
        var second = await bot.CardAsync(2, "corrected before");
        var fallback = (await bot.Cases().FindOrNullAsync(2, CancellationToken.None))!.Fallback;
        await bot.TapAsync(bot.Sandbox.Moderator, second, "✅ Approve");
        await bot.HappenedAsync(2, CaseEventKind.Delivered);
        var approved = await bot.AskAsync("Who?");

        Assert.Equal(Held, again.Text);
        Assert.Null(fallback);
        Assert.StartsWith("You asked: Where?", other.Text, StringComparison.Ordinal);
        Assert.StartsWith("You asked: Who?", approved.Text, StringComparison.Ordinal);
        Assert.Equal(["Where?", "Who?"], watched);
    }
}
