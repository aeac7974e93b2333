using CstoBot.Answering;
using CstoBot.Moderation.Curated;
using CstoBot.Moderation.Gaps;
using CstoBot.Retrieval;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Answering;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>What the documents do not answer, from the question to what a moderator makes of it.</summary>
public sealed class GapTests
{
    private const string Question = "When is the library closed for repairs?";

    [Fact]
    public async Task A_moderator_asks_for_a_document_marks_a_gap_as_out_of_scope_and_opens_it_again()
    {
        await using var bot = await StartAsync();

        var gap = await ToAdminAsync(bot, "/gaps");
        var asked = await bot.PressAsync(gap, "📄 Ask for a document", bot.Sandbox.Admin);
        var request = await bot.WaitAsync(gap.ChatOf(bot), message => message.Text.StartsWith("A moderator asks for a document.", StringComparison.Ordinal));
        await bot.PressAsync(await bot.SaysAsync(gap, "The admins were asked"), "🚫 Out of scope", bot.Sandbox.Admin);
        var settled = await bot.SaysAsync(gap, "Marked as out of scope");
        var none = await ToAdminAsync(bot, "/gaps");
        await bot.PressAsync(settled, "↩️ Reopen", bot.Sandbox.Admin);
        await bot.EditedAsync(gap, "📄 Ask for a document");
        var refused = await bot.AskAsync("/gaps");

        Assert.StartsWith("Gap 1 · open, 1 of 1\nPeople who asked: 2, times: 2\n", gap.Text, StringComparison.Ordinal);
        Assert.Contains(Question, gap.Text, StringComparison.Ordinal);
        Assert.Equal("The admins have been asked.", asked.Text);
        Assert.Contains(Question, request.Text, StringComparison.Ordinal);
        Assert.StartsWith("There are no open gaps", none.Text, StringComparison.Ordinal);
        Assert.Equal("Only moderators may do this.", refused.Text);
        Assert.Equal(
            [nameof(GapState.Requested), nameof(GapState.OutOfScope), nameof(GapState.Open)], (await bot.AuditAsync(AuditActions.Gap)).Select(entry => entry.Detail));
    }

    [Fact]
    public async Task The_answer_of_a_moderator_is_given_to_the_next_who_asks()
    {
        await using var bot = await StartAsync();

        var gap = await ToAdminAsync(bot, "/gaps");
        await bot.PressAsync(gap, "✍️ Answer", bot.Sandbox.Admin);
        var card = await bot.WaitAsync(gap.ChatOf(bot), message => message.Text.StartsWith("Case 1 ·", StringComparison.Ordinal));
        await bot.UntilAsync(async () => (await bot.Cases().CardsAsync(1, CancellationToken.None)).Contains((card.ChatId, card.Id)));
        bot.Sandbox.Send(bot.Sandbox.Admin, gap.ChatOf(bot), "It is closed in August.", replyTo: card.Id);
        await bot.TapAsync(bot.Sandbox.Admin, await bot.EditedAsync(card, "✅ Send this"), "✅ Send this");
        await bot.UntilAsync(async () => await bot.Run.Services.GetRequiredService<ICuratedStore>().FindOrNullAsync(1, CancellationToken.None) is { State: CuratedState.Active });
        var given = await bot.AskAsync(Question);
        var none = await ToAdminAsync(bot, "/gaps");

        Assert.Contains("It is closed in August.", given.Text, StringComparison.Ordinal);
        Assert.Contains("Moderator's note", given.Text, StringComparison.Ordinal);
        Assert.StartsWith("There are no open gaps", none.Text, StringComparison.Ordinal);
    }

    /// <summary>Two people have asked what the documents do not answer.</summary>
    private static async Task<BotFixture> StartAsync()
    {
        var bot = await ModeratedBot.PrepareAsync("Off");
        bot.Setting.Documents = [SomeCorpus.Document("Membership\n\nA reader's card costs 12 euros a year.")];
        await bot.StartBotAsync();
        var services = bot.Run.Services;
        bot.Answerer.Instead = new SomePipeline { Current = services.GetRequiredService<CurrentIndex>(), Curated = services.GetRequiredService<ICuratedAnswers>() }.Build();
        var boris = bot.Sandbox.AddPerson("Boris");
        await bot.AskAsync(Question);
        await bot.AskAsync(boris, bot.Sandbox.PrivateChat(boris), Question);
        return bot;
    }

    private static Task<SandboxMessage> ToAdminAsync(BotFixture bot, string text) => bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), text);
}

file static class Chats
{
    public static SandboxChat ChatOf(this SandboxMessage message, BotFixture bot) => bot.Sandbox.ChatOrNull(message.ChatId)!;
}
