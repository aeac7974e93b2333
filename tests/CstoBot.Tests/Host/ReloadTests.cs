using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class ReloadTests
{
    private const string Summary = """
        Version 2 (v2) is in use.

        Added: 1
        new <one>.txt

        Could not be read: 1
        bad.txt: not UTF-8

        Unchanged: 4 · Chunks: 40 · Seconds: 1.5
        """;

    [Fact]
    public async Task Only_an_admin_reloads_and_sees_how_it_ended_in_the_same_message()
    {
        await using var bot = await BotFixture.StartAsync();
        var office = bot.Sandbox.PrivateChat(bot.Sandbox.Admin);

        var refusal = await bot.AskAsync("/reload");
        var begun = await bot.AskAsync(bot.Sandbox.Admin, office, "/reload");
        var ended = await bot.SaysAsync(begun, "in use");

        Assert.Equal("Only admins of the bot may do this.", refusal.Text);
        Assert.Equal(Summary, ended.Text);
        Assert.Empty(ended.InlineKeyboard);
        Assert.Single(bot.Setting.Changes.Runs);
        Assert.Equal([begun.Id], bot.FromBot(office).Select(message => message.Id));
    }

    [Fact]
    public async Task Progress_is_shown_in_place_until_it_is_cancelled()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Changes.Ends = _ => null;
        await bot.StartBotAsync();
        var (admin, office) = (bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin));

        var begun = await bot.AskAsync(admin, office, "/reload");
        var run = Assert.Single(bot.Setting.Changes.Runs);
        run.Progress = new CorpusProgress(CorpusPhase.Indexing, 120, 900, 3400, TimeSpan.FromSeconds(12));
        var shown = await bot.SaysAsync(begun, "120 / 900");
        var told = await bot.PressAsync(shown, "✖ Cancel", admin);
        Assert.True(run.Cancelled.IsCancellationRequested);
        run.Complete(new CorpusOutcome.Cancelled());
        var ended = await bot.SaysAsync(begun, "Cancelled.");

        Assert.Equal("Building the index.\nDocuments: 120 / 900 · Chunks: 3400\nLeft: about 12 s", shown.Text);
        Assert.Equal("Stopping…", told.Text);
        Assert.Equal("Cancelled. The version before stays in use.", ended.Text);
        Assert.Equal(
            [(AuditActions.SourcesCancelled, AuditActions.SourcesReloaded, null), (AuditActions.SourcesReloaded, "sources", "cancelled")],
            (await bot.AuditAsync()).Select(entry => (entry.Action, entry.Target, entry.Detail)));
    }

    [Fact]
    public async Task Who_asks_meanwhile_joins_and_is_told_the_same()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Roles:Admins"] = $"{bot.Sandbox.Admin.Id},{bot.Sandbox.User.Id}";
        bot.Setting.Changes.Ends = _ => null;
        await bot.StartBotAsync();

        var first = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), "/reload");
        var second = await bot.AskAsync("/reload");
        Assert.Single(bot.Setting.Changes.Runs).Complete(new CorpusOutcome.Done(ScriptedChanges.Report));

        Assert.Equal(Summary, (await bot.SaysAsync(first, "in use")).Text);
        Assert.Equal(Summary, (await bot.SaysAsync(second, "in use")).Text);
        Assert.StartsWith("A reload is under way already", second.Text, StringComparison.Ordinal);
        Assert.Equal([bot.Sandbox.Admin.Id], (await bot.AuditAsync()).Select(entry => entry.UserId));
    }

    [Fact]
    public async Task More_than_half_of_the_documents_go_only_when_that_is_confirmed()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Changes.Ends = change => change is CorpusChange.Reload { MayRemoveMost: true } ? new CorpusOutcome.Done(ScriptedChanges.Report) : new CorpusOutcome.NeedsConfirmation(6, 10);
        await bot.StartBotAsync();
        var (admin, office) = (bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin));

        var first = await bot.EditedAsync(await bot.AskAsync(admin, office, "/reload"), "Remove them");
        await bot.PressAsync(first, "Remove them", admin);
        var removed = await bot.SaysAsync(first, "Version 2");
        var second = await bot.EditedAsync(await bot.AskAsync(admin, office, "/reload"), "Leave as it is");
        await bot.PressAsync(second, "Leave as it is", admin);
        var left = await bot.SaysAsync(second, "as it was");
        var third = await bot.EditedAsync(await bot.AskAsync(admin, office, "/reload"), "Remove them");
        bot.Run.Switch(new Corpus("v3", bot.Setting.Documents, []) { Number = 3 });
        var stale = await bot.PressAsync(third, "Remove them", admin);

        Assert.Equal("6 of 10 documents would go. Is that meant? Until you say so, everything stays as it is.", first.Text);
        Assert.Equal(Summary, removed.Text);
        Assert.Equal("Everything stays as it was.", left.Text);
        Assert.Equal(("The list has changed, look again: /sources", true), (stale.Text, stale.ShowAlert));
        Assert.Equal(4, bot.Setting.Changes.Runs.Count);
    }

    [Fact]
    public async Task A_reload_that_ended_with_the_bot_is_said_to_be_interrupted()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Changes.Ends = _ => null;
        await bot.StartBotAsync();
        var begun = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), "/reload");
        await bot.EndedCallsAsync("sendMessage", 1);

        await bot.StopBotAsync();
        await bot.StartBotAsync();
        var ended = await bot.SaysAsync(begun, "interrupted");
        var audit = await bot.AuditAsync();

        Assert.Empty(ended.InlineKeyboard);
        Assert.Equal(("sources.reloaded", "interrupted"), (audit[^1].Action, audit[^1].Detail));
    }

    [Fact]
    public async Task A_reload_that_cannot_be_done_says_why()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Changes.Ends = _ => new CorpusOutcome.Failed("The folder is <empty>.");
        await bot.StartBotAsync();
        bot.Sandbox.SetLanguage(bot.Sandbox.Admin, "ru");

        var begun = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.Group, $"/reload@{bot.Sandbox.Bot.Username}");
        var ended = await bot.SaysAsync(begun, "<empty>");

        Assert.Equal("Сделать это не удалось. Используется прежняя версия.\n\nThe folder is <empty>.", ended.Text);
    }

    [Fact]
    public async Task What_fails_by_itself_is_told_once_to_the_moderators_chat()
    {
        await using var bot = await ModeratedBot.StartAsync();
        bot.Setting.Changes.Ends = _ => new CorpusOutcome.Failed("No folder.");

        bot.Setting.Changes.Start(new CorpusChange.Reload(), new CorpusRequester(CorpusCause.Watch));
        var told = await bot.WaitAsync(bot.Sandbox.ModeratorsChat, message => message.From.IsBot);
        bot.Setting.Changes.Start(new CorpusChange.Reload(), new CorpusRequester(CorpusCause.Schedule));
        bot.Setting.Changes.Ends = _ => new CorpusOutcome.Done(ScriptedChanges.Report);
        var begun = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), "/reload");
        await bot.SaysAsync(begun, "2 (v2)");

        Assert.EndsWith("\n\nNo folder.", told.Text, StringComparison.Ordinal);
        Assert.Equal([told.Id], bot.FromBot(bot.Sandbox.ModeratorsChat).Select(message => message.Id));
    }
}
