using CstoBot.Ingestion.Reloading;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class VersionTests
{
    [Fact]
    public async Task Admins_list_the_versions_and_go_back_to_one()
    {
        await using var bot = await PrepareAsync();
        bot.Setting.Changes.Ends = change => Assert.IsType<CorpusChange.RollBack>(change).Number == 2
            ? new CorpusOutcome.Done(ScriptedChanges.Report with { Number = 4, CorpusVersion = "222abcdefghijkl", Added = [], Removed = ["new.txt"], Failed = [] })
            : throw new InvalidOperationException("Another version was meant.");
        await bot.StartBotAsync();
        var (admin, office) = (bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin));

        var refused = await bot.AskAsync("/versions");
        var list = await bot.AskAsync(admin, office, "/versions");
        await bot.PressAsync(list, "↩ 2", admin);
        var question = await bot.NextFromBotAsync(office, list.Id);
        await bot.PressAsync(question, "Go back", admin);
        var ended = await bot.SaysAsync(question, "Version 4");

        Assert.Equal("Only admins of the bot may do this.", refused.Text);
        Assert.StartsWith(
            $"Versions of the documents:\n\n3 · 333abcde — in use\n4 March 2026, 12:00 UTC · back to 1 (9)\n+3 ~2 −1 · Documents: 13\n\n2 · 222abcde\n", list.Text, StringComparison.Ordinal);
        Assert.Equal(["↩ 2", "↩ 1"], list.InlineKeyboard[0].Select(button => button.Text));
        Assert.StartsWith("Go back to version 2?\n\n2 · 222abcde\n", question.Text, StringComparison.Ordinal);
        Assert.Equal(
            "Version 4 (222abcde) is in use.\n\nRemoved: 1\nnew.txt\n\nUnchanged: 4 · Chunks: 40 · Seconds: 1.5\n\nUntil the next /reload nothing is taken up by itself.", ended.Text);
        Assert.Equal(
            [(AuditActions.Refused, "/versions", null), (AuditActions.SourcesRolledBack, "2", "added 0, changed 0, removed 1, unreadable 0")],
            (await bot.AuditAsync()).Select(entry => (entry.Action, entry.Target, entry.Detail)));
    }

    [Theory]
    [InlineData("/rollback", "Write the number of a version: /rollback 3. /versions lists them.")]
    [InlineData("/rollback x", "Write the number of a version: /rollback 3. /versions lists them.")]
    [InlineData("/rollback 3", "This version is in use.")]
    [InlineData("/rollback 9", "This version is not kept (any more). /versions lists those that are.")]
    public async Task What_cannot_be_gone_back_to_is_told_why(string command, string expected)
    {
        await using var bot = await PrepareAsync();
        await bot.StartBotAsync();

        var told = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), command);

        Assert.Equal(expected, told.Text);
    }

    [Fact]
    public async Task A_confirmation_is_for_the_state_it_was_asked_in()
    {
        await using var bot = await PrepareAsync();
        await bot.StartBotAsync();
        var (admin, office) = (bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin));

        var question = await bot.AskAsync(admin, office, "/rollback 1");
        bot.Run.Switch(bot.Setting.Corpus(new("v4", bot.Setting.Documents, [])) with { Number = 4 });
        var other = await bot.PressAsync(question, "Go back", admin);
        bot.Setting.Archive.Versions = [FixedArchive.Version(4)];
        var gone = await bot.PressAsync(question, "Go back", admin);
        await bot.PressAsync(question, "Leave as it is", admin);
        await bot.SaysAsync(question, "Everything stays as it was.");

        Assert.Equal("Another version is in use by now, look again: /versions", other.Text);
        Assert.StartsWith("This version is not kept", gone.Text, StringComparison.Ordinal);
        Assert.Empty(bot.Setting.Changes.Runs);
    }

    [Fact]
    public async Task In_a_group_the_versions_are_not_listed()
    {
        await using var bot = await PrepareAsync();
        await bot.StartBotAsync();

        var told = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.Group, $"/versions@{bot.Sandbox.Bot.Username}");

        Assert.Equal("https://t.me/cstobot_sandbox_bot?start=versions", told.InlineKeyboard[0][0].Url);
    }

    private static async Task<BotFixture> PrepareAsync()
    {
        var bot = await BotFixture.PrepareAsync();
        bot.Setting.Corpus = corpus => corpus with { Number = 3 };
        bot.Setting.Archive.Versions = [FixedArchive.Version(3, rolledBackTo: 1), FixedArchive.Version(2), FixedArchive.Version(1)];
        return bot;
    }
}
