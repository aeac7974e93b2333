using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Staff;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>Who may do what with a case is looked up at the moment of each press.</summary>
public sealed class CaseRightsTests
{
    private const string Approve = "✅ Approve";
    private const string OnlyModerators = "Only moderators may do this.";

    [Fact]
    public async Task Who_loses_the_role_between_the_card_and_the_press_decides_nothing()
    {
        await using var bot = await ModeratedBot.PrepareAsync();
        bot.Setting.Settings["Roles:Moderators"] = "";
        await bot.StartBotAsync();
        var admin = bot.Sandbox.PrivateChat(bot.Sandbox.Admin);
        await bot.AskAsync(bot.Sandbox.Admin, admin, $"/grant moderator {bot.Sandbox.Moderator.Id}");
        var (_, card) = await bot.HeldAsync();
        await bot.TapAsync(bot.Sandbox.Moderator, card, "🙋 Take");
        await bot.CardAsync(1, "taken by Мария");

        await bot.AskAsync(bot.Sandbox.Admin, admin, $"/revoke {bot.Sandbox.Moderator.Id}");
        var said = await bot.TapAsync(bot.Sandbox.Moderator, card, Approve);

        Assert.True(said.ShowAlert);
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.Taken], await bot.HistoryAsync(1));
        var refused = Assert.Single(await bot.AuditAsync(AuditActions.Refused));
        Assert.Equal((bot.Sandbox.Moderator.Id, "/case 1 approve"), (refused.UserId, refused.Target));
    }

    [Theory]
    [InlineData("/case 1 approve")]
    [InlineData("/case 1 reject 0")]
    [InlineData("/case 1 take")]
    [InlineData("/case 1 show")]
    public async Task A_forged_press_of_somebody_without_the_role_changes_nothing_and_is_audited(string data)
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (told, card) = await bot.HeldAsync();
        var inGroup = await bot.AskAsync(bot.Sandbox.User, bot.Sandbox.Group, $"@{bot.Sandbox.Bot.Username} /start");

        string[] said =
        [
            await bot.ForgeAsync(bot.Sandbox.User, bot.Private, told.Id, data),
            await bot.ForgeAsync(bot.Sandbox.User, bot.Sandbox.Group, inGroup.Id, data),
            await bot.ForgeAsync(bot.Sandbox.User, bot.Sandbox.ModeratorsChat, card.Id, data),
        ];

        Assert.Equal(Enumerable.Repeat(OnlyModerators, 3), said);
        Assert.Equal([CaseEventKind.Opened], await bot.HistoryAsync(1));
        Assert.Equal([told.Text], bot.Said());
        var refused = Assert.Single(await bot.AuditAsync(AuditActions.Refused));
        Assert.Equal((bot.Sandbox.User.Id, data, 3), (refused.UserId, refused.Target, refused.Times));
    }

    [Fact]
    public async Task Commands_and_replies_of_somebody_without_the_role_change_nothing_and_are_audited()
    {
        await using var bot = await ModeratedBot.PrepareAsync();
        bot.Setting.Settings["Roles:Moderators"] = "";
        await bot.StartBotAsync();
        var (_, card) = await bot.HeldAsync();

        var said = new List<string>();
        foreach (var command in new[] { "/queue", "/case 1", "/mycases" })
        {
            said.Add((await bot.AskAsync(bot.Sandbox.User, bot.Private, command)).Text);
        }

        var reply = bot.Sandbox.Send(bot.Sandbox.Moderator, bot.Sandbox.ModeratorsChat, "Another answer. [1]", replyTo: card.Id);
        await bot.NextFromBotAsync(bot.Sandbox.ModeratorsChat, reply);

        Assert.All(said, text => Assert.Equal(OnlyModerators, text));
        Assert.Equal([CaseEventKind.Opened], await bot.HistoryAsync(1));
        Assert.Equal(["/queue", "/case", "/mycases", "reply to a card"], (await bot.AuditAsync(AuditActions.Refused)).Select(entry => entry.Target));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_moderator_decides_about_an_own_question_only_where_that_is_set(bool allowed)
    {
        await using var bot = await ModeratedBot.PrepareAsync();
        bot.Setting.Settings["Moderation:DecideOwnCases"] = $"{allowed}";
        await bot.StartBotAsync();
        await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), "Who?");
        var card = await bot.CardAsync(1);

        var said = await bot.TapAsync(bot.Sandbox.Admin, card, Approve);

        Assert.Equal(allowed ? "Done." : "This is your own question: another moderator decides.", said.Text);
        Assert.Equal(allowed, (await bot.HistoryAsync(1)).Contains(CaseEventKind.Approved));
    }

    [Fact]
    public async Task A_citation_on_a_card_opens_for_a_moderator_and_not_for_the_asker()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var (told, card) = await bot.HeldAsync();

        bot.Sandbox.Press(bot.Sandbox.Admin, bot.Sandbox.ModeratorsChat, card.Id, card.DataOf("[1]"));
        var passage = await bot.NextFromBotAsync(bot.Sandbox.ModeratorsChat, card.Id);
        await bot.ForgeAsync(bot.Sandbox.User, bot.Private, told.Id, card.DataOf("[1]"));
        await bot.ForgeAsync(bot.Sandbox.User, bot.Private, told.Id, card.DataOf("[1]").Replace("c:", "b:", StringComparison.Ordinal));
        await bot.ForgeAsync(bot.Sandbox.Admin, bot.Sandbox.Group, told.Id, card.DataOf("[1]"));

        Assert.Contains("You asked: Who?", passage.Text, StringComparison.Ordinal);
        Assert.Equal([told.Text], bot.Said());
        Assert.Empty(bot.FromBot(bot.Sandbox.Group));
    }

    [Fact]
    public async Task Where_everybody_in_the_moderators_chat_moderates_somebody_without_a_role_decides_there_and_only_there()
    {
        await using var bot = await ModeratedBot.PrepareAsync();
        bot.Setting.Settings["Roles:Moderators"] = "";
        bot.Setting.Settings["Roles:EveryoneInModeratorsChat"] = "true";
        await bot.StartBotAsync();
        var (told, card) = await bot.HeldAsync();
        var own = bot.Sandbox.PrivateChat(bot.Sandbox.Moderator);

        var refused = await bot.AskAsync(bot.Sandbox.Moderator, own, "/case 1");
        await bot.TapAsync(bot.Sandbox.Moderator, card, Approve);
        var given = await bot.NextFromBotAsync(bot.Private, told.Id);

        Assert.DoesNotContain("Who?", refused.Text, StringComparison.Ordinal);
        Assert.Contains("You asked: Who?", given.Text, StringComparison.Ordinal);
    }
}
