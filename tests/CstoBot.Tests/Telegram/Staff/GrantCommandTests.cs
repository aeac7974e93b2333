using CstoBot.Conversations;
using CstoBot.Moderation;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Telegram.Staff;

public sealed class GrantCommandTests
{
    private const long Chief = 1;
    private const long Clerk = 2;
    private const long Anna = 20;
    private const long Boris = 21;
    private const long Bot = 99;

    private readonly RolesOptions options = new() { Admins = [$"{Chief}"], Moderators = [$"{Clerk}"] };

    [Fact]
    public async Task An_admin_grants_and_revokes_and_both_are_noted()
    {
        using var fixture = await SqliteFixture.CreateAsync();

        var granted = await RunAsync(fixture, Chief, "grant", "moderator", repliesTo: Anna);
        var revoked = await RunAsync(fixture, Chief, "revoke", $"{Anna}");

        Assert.Equal(("The role of 20 is now: moderator.", new Instant.StaffMenu(Anna, IsAdmin: false)), (Said(granted), granted.Instant));
        Assert.Equal(("20 has no role any more.", new Instant.NoStaffMenu(Anna)), (Said(revoked), revoked.Instant));
        Assert.Equal(
            [
                new AuditEntry(Some.Time, Chief, AuditActions.RoleRevoked, "20", "Moderator"),
                new AuditEntry(Some.Time, Chief, AuditActions.RoleGranted, "20", "Moderator"),
            ],
            await AuditAsync(fixture));
        Assert.Empty(await new SqliteRoleStore(fixture.Database).AllAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(Anna)]
    [InlineData(Clerk)]
    public async Task Who_is_no_admin_changes_and_sees_nothing_which_is_noted(long user)
    {
        using var fixture = await SqliteFixture.CreateAsync();

        foreach (var name in (string[])["grant", "revoke", "roles"])
        {
            Assert.Equal("Only admins of the bot may do this.", Said(await RunAsync(fixture, user, name, name == "grant" ? $"admin {user}" : "")));
        }

        Assert.Empty(await new SqliteRoleStore(fixture.Database).AllAsync(CancellationToken.None));
        Assert.Equal(["/roles", "/revoke", "/grant"], (await AuditAsync(fixture)).Select(entry => entry.Target));
        Assert.All(await AuditAsync(fixture), entry => Assert.Equal((user, AuditActions.Refused), (entry.UserId, entry.Action)));
    }

    [Theory]
    [InlineData("grant", "", Anna)]
    [InlineData("grant", "moderator", null)]
    [InlineData("grant", "moderator", Bot)]
    [InlineData("grant", "moderatr", Anna)]
    [InlineData("revoke", "", null)]
    [InlineData("revoke", "20x", Boris)]
    [InlineData("revoke", "admin", Boris)]
    public async Task What_is_not_clear_is_asked_back_and_changes_nothing(string name, string argument, long? repliesTo)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.CompleteAsync(Effects.Send([], new Change.RoleGranted(Boris, Role.Moderator, Chief, Some.Time)));

        var effects = await RunAsync(fixture, Chief, name, argument, repliesTo);

        Assert.StartsWith("Reply to somebody with /grant moderator", Said(effects), StringComparison.Ordinal);
        Assert.Empty(effects.Changes);
    }

    [Theory]
    [InlineData("grant", "admin 1")]
    [InlineData("grant", "moderator 1")]
    [InlineData("grant", "moderator 2")]
    [InlineData("revoke", "1")]
    [InlineData("revoke", "2")]
    public async Task What_the_settings_say_is_not_changed_in_chat(string name, string argument)
    {
        using var fixture = await SqliteFixture.CreateAsync();

        var effects = await RunAsync(fixture, Chief, name, argument);

        Assert.EndsWith("has this role by the settings: it is changed there.", Said(effects), StringComparison.Ordinal);
        Assert.Empty(effects.Changes);
    }

    [Fact]
    public async Task Whoever_was_raised_above_the_settings_falls_back_to_them()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await RunAsync(fixture, Chief, "grant", $"admin {Clerk}");

        var effects = await RunAsync(fixture, Chief, "revoke", $"{Clerk}");

        Assert.Equal("What was granted to 2 in chat is revoked; the role by the settings stays: moderator.", Said(effects));
        Assert.Equal(new Instant.StaffMenu(Clerk, IsAdmin: false), effects.Instant);
    }

    [Theory]
    [InlineData("revoke", "")]
    [InlineData("grant", "moderator")]
    public async Task The_last_admin_stays_one_until_there_is_another(string name, string argument)
    {
        options.Admins = [];
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.CompleteAsync(Effects.Send([], new Change.RoleGranted(Anna, Role.Admin, Chief, Some.Time)));

        var refused = await RunAsync(fixture, Anna, name, $"{argument} {Anna}");
        await RunAsync(fixture, Anna, "grant", $"admin {Boris}");
        var done = await RunAsync(fixture, Anna, name, $"{argument} {Anna}");

        Assert.Equal("Nobody else is an admin: grant the role to somebody first.", Said(refused));
        Assert.Empty(refused.Changes);
        Assert.Equal(2, done.Changes.Count);
        Assert.Equal([Boris], (await new SqliteRoleStore(fixture.Database).AllAsync(CancellationToken.None)).Where(one => one.Role == Role.Admin).Select(one => one.UserId));
    }

    [Fact]
    public async Task Granting_what_somebody_has_already_is_no_change()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await RunAsync(fixture, Chief, "grant", $"moderator {Anna}");

        var again = await RunAsync(fixture, Chief, "grant", $"moderator {Anna}");

        Assert.Equal("The role of 20 is now: moderator.", Said(again));
        Assert.Empty(again.Changes);
    }

    [Fact]
    public async Task Roles_says_who_has_which_from_where_and_since_when()
    {
        options.EveryoneInModeratorsChat = true;
        using var fixture = await SqliteFixture.CreateAsync();
        await RunAsync(fixture, Chief, "grant", $"moderator {Anna}");

        var english = Said(await RunAsync(fixture, Chief, "roles"));
        var russian = Said(await RunAsync(fixture, Chief, "roles", language: "ru"));

        Assert.StartsWith(
            "1: admin (by the settings)\n2: moderator (by the settings)\neverybody in the chat -100: moderator (by the settings)\n20: moderator (by 1, 2026-03-01)",
            english,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "1: администратор (по настройкам)\n2: модератор (по настройкам)\nвсе в чате -100: модератор (по настройкам)\n20: модератор (назначил(а) 1, 2026-03-01)",
            russian,
            StringComparison.Ordinal);
    }

    private async Task<Effects> RunAsync(SqliteFixture fixture, long user, string name, string argument = "", long? repliesTo = null, string language = "en")
    {
        var store = new SqliteRoleStore(fixture.Database);
        var roles = new Roles(store, Options.Create(options), Options.Create(new ModerationOptions { ChatId = -100 }));
        var origin = new Origin(new ConversationKey(user, 0, user), 44, IsGroup: false, language) { Bot = new BotIdentity(Bot, "bot") };
        var time = new FakeTimeProvider(Some.Time);
        var effects = await new CommandHandler([new GrantCommand(roles, store, Options.Create(options), time)], roles, time)
            .HandleAsync(new Incoming.Command(origin, name, argument) { RepliesTo = repliesTo is { } author ? new RepliedMessage(7, author) : null }, CancellationToken.None);
        await fixture.CompleteAsync(effects);
        return effects;
    }

    private static string Said(Effects effects) => Assert.IsType<Outgoing.Message>(Assert.Single(effects.Messages)).Content.Text.Plain;

    private static async Task<IReadOnlyList<AuditEntry>> AuditAsync(SqliteFixture fixture) =>
        (await new SqliteAuditLog(fixture.Database).PageAsync(null, 0, 10, CancellationToken.None)).Entries;
}
