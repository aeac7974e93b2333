using CstoBot.Answering;
using CstoBot.Moderation.Cases;
using CstoBot.Moderation.Curated;
using CstoBot.Retrieval;
using CstoBot.Tests.Answering;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>An approved answer is given again, as long as the documents say what it cites.</summary>
public sealed class CuratedFlowTests
{
    private const string Approve = "✅ Approve";
    private const string Question = "How much does a reader's card cost?";
    private const string Checked = "✔ Checked by a moderator";
    private const string Before = "Membership\n\nA reader's card costs 12 euros a year. Children under 14 pay nothing.";
    private const string OtherPrice = "Membership\n\nA reader's card costs 15 euros a year. Children under 14 pay nothing.";
    private const string OtherNeighbour = "Membership\n\nA reader's card costs 12 euros a year. Children under 16 pay nothing.";

    [Fact]
    public async Task A_kept_answer_is_given_at_once_to_the_next_who_asks_the_same()
    {
        await using var bot = await StartAsync();
        await KeptAsync(bot);

        var given = await NextAsksAsync(bot);

        Assert.StartsWith(Checked, given.Text, StringComparison.Ordinal);
        Assert.Contains("12 euros", given.Text, StringComparison.Ordinal);
        Assert.Null(await bot.Cases().FindOrNullAsync(2, CancellationToken.None));
        Assert.Contains(CaseEventKind.Kept, await bot.HistoryAsync(1));
    }

    [Fact]
    public async Task When_the_cited_words_change_the_answer_is_suspended_and_cannot_be_approved_as_it_was()
    {
        await using var bot = await StartAsync();
        await KeptAsync(bot);

        Switch(bot, OtherPrice);
        var card = await bot.CardAsync(1, "a cited document has changed");
        var refused = await bot.TapAsync(bot.Sandbox.Admin, card, Approve);
        var held = await NextAsksAsync(bot);

        Assert.Contains("[1] before: A reader's card costs 12 euros a year.", card.Text, StringComparison.Ordinal);
        Assert.Contains("[1] now: A reader's card costs 15 euros a year.", card.Text, StringComparison.Ordinal);
        Assert.Equal("This has changed meanwhile; look at the card again.", refused.Text);
        Assert.DoesNotContain("euros", held.Text, StringComparison.Ordinal);
        Assert.Equal(CaseState.Pending, (await bot.Cases().FindOrNullAsync(1, CancellationToken.None))!.State);
        Assert.Equal(CuratedState.Suspended, (await CuratedAsync(bot)).State);
    }

    [Fact]
    public async Task An_edit_of_a_suspended_answer_corrects_what_was_sent_and_is_given_from_then_on()
    {
        await using var bot = await StartAsync();
        var first = await KeptAsync(bot);
        Switch(bot, OtherPrice);
        var card = await bot.CardAsync(1, "a cited document has changed");

        await EditAsync(bot, card, "[[How much does a reader's card cost?]]");
        var corrected = await bot.WaitAsync(bot.Private, message => message.Id == first.Id && message.Text.StartsWith("✏️", StringComparison.Ordinal));
        var given = await NextAsksAsync(bot);

        Assert.Contains("15 euros", corrected.Text, StringComparison.Ordinal);
        Assert.StartsWith(Checked, given.Text, StringComparison.Ordinal);
        Assert.Contains("15 euros", given.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_only_the_text_around_the_quote_has_changed_approving_is_enough()
    {
        await using var bot = await StartAsync();
        await KeptAsync(bot);
        Switch(bot, OtherNeighbour);
        var card = await bot.CardAsync(1, "a cited document has changed");

        await bot.TapAsync(bot.Sandbox.Admin, card, Approve);
        await bot.CardAsync(1, "approved by Viktor");
        var given = await NextAsksAsync(bot);

        Assert.StartsWith(Checked, given.Text, StringComparison.Ordinal);
        Assert.Contains("12 euros", given.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_stand_nowhere_any_more_do_not_pass_as_cited_when_a_moderator_repeats_them()
    {
        await using var bot = await StartAsync();
        await KeptAsync(bot);
        Switch(bot, OtherPrice);
        var card = await bot.CardAsync(1, "a cited document has changed");

        var draft = (await bot.Cases().FindOrNullAsync(1, CancellationToken.None))!.Draft!.Answer.Statements;
        var repeated = string.Join('\n', draft.Select(statement => $"{statement.Text} {string.Concat(statement.Citations.Select(number => $"[{number}]"))}"));
        bot.Sandbox.Send(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, repeated, replyTo: card.Id);
        var preview = await bot.WaitAsync(bot.Sandbox.ModeratorsChat, message => message.From.IsBot && message.Text.StartsWith("New text", StringComparison.Ordinal));

        Assert.Contains("⚠ The documents do not say this in these words", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_answer_is_not_given_again_and_who_has_it_is_told()
    {
        await using var bot = await StartAsync();
        var first = await KeptAsync(bot);
        Switch(bot, "Membership\n\nThe concert was loud.");
        var card = await bot.CardAsync(1, "a cited document has changed");

        await bot.TapAsync(bot.Sandbox.Admin, card, "❌ Reject");
        await bot.TapAsync(bot.Sandbox.Admin, await bot.EditedAsync(card, "it is out of date"), "it is out of date");
        await bot.WaitAsync(bot.Private, message => message.Id == first.Id && message.Text.StartsWith("✏️ A moderator has withdrawn", StringComparison.Ordinal));
        var next = await NextAsksAsync(bot);

        Assert.Contains("It does not stand there any more.", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Checked, next.Text, StringComparison.Ordinal);
    }

    private static async Task<BotFixture> StartAsync()
    {
        var bot = await ModeratedBot.PrepareAsync();
        bot.Setting.Documents = [SomeCorpus.Document(Before)];
        await bot.StartBotAsync();
        var services = bot.Run.Services;
        bot.Answerer.Instead = new SomePipeline { Current = services.GetRequiredService<CurrentIndex>(), Curated = services.GetRequiredService<ICuratedAnswers>() }.Build();
        return bot;
    }

    /// <summary>Anna asks, a moderator approves and keeps the answer.</summary>
    private static async Task<SandboxMessage> KeptAsync(BotFixture bot)
    {
        var told = await bot.AskAsync(Question);
        var card = await bot.CardAsync(1);
        await bot.TapAsync(bot.Sandbox.Admin, card, Approve);
        var answer = await bot.NextFromBotAsync(bot.Private, told.Id);
        await bot.TapAsync(bot.Sandbox.Admin, await bot.EditedAsync(card, "📌 Keep for reuse"), "📌 Keep for reuse");
        return answer;
    }

    private static Task<SandboxMessage> NextAsksAsync(BotFixture bot)
    {
        var boris = bot.Sandbox.AddPerson("Boris");
        return bot.AskAsync(boris, bot.Sandbox.PrivateChat(boris), Question);
    }

    private static async Task EditAsync(BotFixture bot, SandboxMessage card, string text)
    {
        bot.Sandbox.Send(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, text, replyTo: card.Id);
        await bot.TapAsync(bot.Sandbox.Admin, await bot.EditedAsync(card, "✅ Send this"), "✅ Send this");
    }

    private static void Switch(BotFixture bot, string text) => bot.Run.Services.GetRequiredService<CurrentIndex>().Switch(SomeCorpus.Index(text));

    private static async Task<CuratedAnswer> CuratedAsync(BotFixture bot) =>
        await bot.Run.Services.GetRequiredService<ICuratedStore>().FindOrNullAsync(1, CancellationToken.None) ?? throw new InvalidOperationException("Nothing was kept.");
}
