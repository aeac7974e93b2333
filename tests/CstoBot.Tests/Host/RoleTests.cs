using CstoBot.Telegram.Staff;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class RoleTests
{
    [Fact]
    public async Task An_admin_grants_a_role_by_reply_and_by_number_and_takes_it_back()
    {
        await using var bot = await StartAsync();
        var word = bot.Sandbox.Send(bot.Sandbox.Moderator, bot.Sandbox.ModeratorsChat, "Я готова.");

        var granted = (await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, "/grant moderator", replyTo: word)).Text;
        var queue = await bot.AskAsync(bot.Sandbox.Moderator, Own(bot, bot.Sandbox.Moderator), "/queue");
        var second = await ByAdminAsync(bot, $"/grant admin {bot.Sandbox.User.Id}");
        var list = await ByAdminAsync(bot, "/roles");
        var revoked = await ByAdminAsync(bot, $"/revoke {bot.Sandbox.Moderator.Id}");
        var refused = await bot.AskAsync(bot.Sandbox.Moderator, Own(bot, bot.Sandbox.Moderator), "/queue");

        Assert.Equal($"The role of {bot.Sandbox.Moderator.Id} is now: moderator.", granted);
        Assert.Equal($"The role of {bot.Sandbox.User.Id} is now: admin.", second);
        Assert.Contains($"{bot.Sandbox.Admin.Id}: admin (by the settings)", list, StringComparison.Ordinal);
        Assert.Contains($"{bot.Sandbox.Moderator.Id}: moderator (by {bot.Sandbox.Admin.Id}, ", list, StringComparison.Ordinal);
        Assert.Contains($"{bot.Sandbox.User.Id}: admin (by {bot.Sandbox.Admin.Id}, ", list, StringComparison.Ordinal);
        Assert.Equal($"{bot.Sandbox.Moderator.Id} has no role any more.", revoked);
        Assert.NotEqual(queue.Text, refused.Text);
        Assert.Equal(["Moderator", "Admin"], (await bot.AuditAsync(AuditActions.RoleGranted)).Select(entry => entry.Detail));
        Assert.Equal($"{bot.Sandbox.Moderator.Id}", Assert.Single(await bot.AuditAsync(AuditActions.RoleRevoked)).Target);
    }

    [Fact]
    public async Task A_granted_role_is_there_after_a_restart()
    {
        await using var bot = await StartAsync();
        await ByAdminAsync(bot, $"/grant moderator {bot.Sandbox.User.Id}");
        await bot.StopBotAsync();
        await bot.StartBotAsync();

        Assert.Equal("No case is waiting.", (await bot.AskAsync("/queue")).Text);
    }

    [Theory]
    [InlineData("/grant moderator 700000001")]
    [InlineData("/grant admin 700000002")]
    [InlineData("/revoke 700000003")]
    [InlineData("/roles")]
    [InlineData("/audit")]
    [InlineData("/audit export")]
    public async Task A_moderator_grants_nothing_and_sees_no_audit(string command)
    {
        await using var bot = await ModeratedBot.PrepareAsync();
        bot.Setting.Settings["Roles:Moderators"] = $"{bot.Sandbox.User.Id}";
        await bot.StartBotAsync();

        var said = await bot.AskAsync(command);

        Assert.StartsWith("Only admins of the bot may ", said.Text, StringComparison.Ordinal);
        Assert.Empty(await bot.AuditAsync(AuditActions.RoleGranted));
        Assert.Equal(command.Split(' ')[0], Assert.Single(await bot.AuditAsync(AuditActions.Refused)).Target);
    }

    [Fact]
    public async Task Roles_of_the_settings_are_changed_there_only()
    {
        await using var bot = await ModeratedBot.StartAsync();

        Assert.StartsWith($"{bot.Sandbox.Moderator.Id} has this role by the settings", await ByAdminAsync(bot, $"/grant moderator {bot.Sandbox.Moderator.Id}"), StringComparison.Ordinal);
        Assert.StartsWith($"{bot.Sandbox.Moderator.Id} has this role by the settings", await ByAdminAsync(bot, $"/revoke {bot.Sandbox.Moderator.Id}"), StringComparison.Ordinal);
        Assert.StartsWith($"{bot.Sandbox.Admin.Id} has this role by the settings", await ByAdminAsync(bot, $"/grant moderator {bot.Sandbox.Admin.Id}"), StringComparison.Ordinal);
        Assert.Equal($"{bot.Sandbox.User.Id} has no role.", await ByAdminAsync(bot, $"/revoke {bot.Sandbox.User.Id}"));
        Assert.StartsWith("Reply to somebody with /grant", await ByAdminAsync(bot, "/grant"), StringComparison.Ordinal);
        Assert.StartsWith("Reply to somebody with /grant", await ByAdminAsync(bot, $"/grant {bot.Sandbox.User.Id}"), StringComparison.Ordinal);
        Assert.StartsWith("Reply to somebody with /grant", await ByAdminAsync(bot, $"/grant moderator {bot.Sandbox.BotId}"), StringComparison.Ordinal);
        Assert.Empty(await bot.AuditAsync(AuditActions.RoleGranted));
    }

    [Fact]
    public async Task The_last_admin_keeps_the_role()
    {
        await using var bot = await StartAsync();
        await ByAdminAsync(bot, $"/grant admin {bot.Sandbox.User.Id}");
        await bot.StopBotAsync();
        bot.Setting.Settings["Roles:Admins"] = "";
        await bot.StartBotAsync();

        var kept = await bot.AskAsync($"/revoke {bot.Sandbox.User.Id}");
        await bot.AskAsync($"/grant admin {bot.Sandbox.Admin.Id}");
        var revoked = await bot.AskAsync($"/revoke {bot.Sandbox.User.Id}");

        Assert.Equal("Nobody else is an admin: grant the role to somebody first.", kept.Text);
        Assert.Equal($"{bot.Sandbox.User.Id} has no role any more.", revoked.Text);
        Assert.Contains($"{bot.Sandbox.Admin.Id}: admin", await ByAdminAsync(bot, "/roles"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_hammers_at_a_command_fills_no_audit()
    {
        await using var bot = await StartAsync();
        for (var time = 0; time < 5; time++)
        {
            await bot.AskAsync("/grant admin 700000001");
        }

        var audit = await ByAdminAsync(bot, "/audit");

        Assert.EndsWith($" {bot.Sandbox.User.Id} refused /grant ×5", Assert.Single(audit.Split('\n')), StringComparison.Ordinal);
        Assert.Equal(5, Assert.Single(await bot.AuditAsync(AuditActions.Refused)).Times);
    }

    [Fact]
    public async Task The_audit_is_shown_newest_first_of_all_or_of_one_and_exported()
    {
        await using var bot = await StartAsync();
        await bot.AskAsync("/queue");
        await ByAdminAsync(bot, $"/grant moderator {bot.Sandbox.User.Id}");

        var all = (await ByAdminAsync(bot, "/audit")).Split('\n');
        var one = await ByAdminAsync(bot, $"/audit {bot.Sandbox.User.Id}");
        var export = await bot.AskAsync(bot.Sandbox.Admin, Own(bot, bot.Sandbox.Admin), "/audit export");

        Assert.EndsWith($" {bot.Sandbox.Admin.Id} role.granted {bot.Sandbox.User.Id} (Moderator)", all[0], StringComparison.Ordinal);
        Assert.EndsWith($" {bot.Sandbox.User.Id} refused /queue", all[1], StringComparison.Ordinal);
        Assert.EndsWith(all[1], one, StringComparison.Ordinal);
        Assert.Equal("audit.jsonl", export.Document?.FileName);
        Assert.True(export.Document?.Size > 0);
    }

    [Fact]
    public async Task A_long_audit_is_turned_over()
    {
        await using var bot = await StartAsync();
        for (var number = 1; number <= 16; number++)
        {
            await ByAdminAsync(bot, $"/grant moderator {number}");
        }

        var first = await bot.AskAsync(bot.Sandbox.Admin, Own(bot, bot.Sandbox.Admin), "/audit");
        await bot.TapAsync(bot.Sandbox.Admin, first, "Older ›");
        var older = await bot.EditedAsync(first, "‹ Newer");

        Assert.Equal(15, first.Text.Split('\n').Length);
        Assert.EndsWith("role.granted 1 (Moderator)", older.Text, StringComparison.Ordinal);
    }

    private static async Task<BotFixture> StartAsync()
    {
        var bot = await ModeratedBot.PrepareAsync();
        bot.Setting.Settings["Roles:Moderators"] = "";
        await bot.StartBotAsync();
        return bot;
    }

    private static SandboxChat Own(BotFixture bot, Person person) => bot.Sandbox.PrivateChat(person);

    private static async Task<string> ByAdminAsync(BotFixture bot, string command) => (await bot.AskAsync(bot.Sandbox.Admin, Own(bot, bot.Sandbox.Admin), command)).Text;
}
