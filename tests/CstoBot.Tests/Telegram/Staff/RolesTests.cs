using CstoBot.Conversations;
using CstoBot.Moderation;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Xunit;

namespace CstoBot.Tests.Telegram.Staff;

public sealed class RolesTests
{
    private const long Person = 20;
    private const long ModeratorsChat = -100;
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(nameof(Role.User), null, nameof(Role.User))]
    [InlineData(nameof(Role.Moderator), null, nameof(Role.Moderator))]
    [InlineData(nameof(Role.User), nameof(Role.Moderator), nameof(Role.Moderator))]
    [InlineData(nameof(Role.Moderator), nameof(Role.Admin), nameof(Role.Admin))]
    [InlineData(nameof(Role.Admin), nameof(Role.Moderator), nameof(Role.Admin))]
    public async Task The_higher_of_what_the_settings_say_and_what_was_granted_holds(string bySettings, string? granted, string expected)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        if (granted is not null)
        {
            await fixture.CompleteAsync(Effects.Send([], new Change.RoleGranted(Person, Enum.Parse<Role>(granted), 1, Some.Time)));
        }

        var (role, person) = (Enum.Parse<Role>(expected), (string[])[$"{Person}"]);
        var roles = RolesOf(fixture, new RolesOptions { Admins = bySettings == nameof(Role.Admin) ? person : [], Moderators = bySettings == nameof(Role.Moderator) ? person : [] });

        Assert.Equal(role, await roles.OfAsync(Person, None));
        Assert.Equal(role, await roles.OfAsync(In(Person), None));
        Assert.Equal(role == Role.User ? [] : [(Person, role)], await roles.AllAsync(None));
    }

    [Fact]
    public async Task What_is_granted_or_revoked_holds_at_once()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var roles = RolesOf(fixture, new RolesOptions());
        Assert.Equal(Role.User, await roles.OfAsync(Person, None));

        await fixture.CompleteAsync(Effects.Send([], new Change.RoleGranted(Person, Role.Admin, 1, Some.Time)));
        Assert.Equal(Role.Admin, await roles.OfAsync(Person, None));

        await fixture.CompleteAsync(Effects.Send([], new Change.RoleRevoked(Person)));
        Assert.Equal(Role.User, await roles.OfAsync(Person, None));
    }

    [Fact]
    public async Task Where_everybody_is_a_moderator_they_are_so_in_that_chat_alone()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var roles = RolesOf(fixture, new RolesOptions { Admins = ["1"], EveryoneInModeratorsChat = true }, ModeratorsChat);

        Assert.Equal(Role.Moderator, await roles.OfAsync(In(ModeratorsChat), None));
        Assert.Equal(Role.User, await roles.OfAsync(In(Person), None));
        Assert.Equal(Role.User, await roles.OfAsync(In(ModeratorsChat - 1), None));
        Assert.Equal(Role.User, await roles.OfAsync(Person, None));
        Assert.Equal(Role.Admin, await roles.OfAsync(In(ModeratorsChat, user: 1), None));
        Assert.Equal([(1L, Role.Admin)], await roles.AllAsync(None));
    }

    [Theory]
    [InlineData(true, 0, 0)]
    [InlineData(false, ModeratorsChat, ModeratorsChat)]
    public async Task Being_in_a_chat_makes_nobody_a_moderator_unless_set(bool everyone, long moderatorsChat, long chat)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var roles = RolesOf(fixture, new RolesOptions { EveryoneInModeratorsChat = everyone }, moderatorsChat);

        Assert.Equal(Role.User, await roles.OfAsync(In(chat), None));
        Assert.Null(roles.OpenChat);
    }

    private static Roles RolesOf(SqliteFixture fixture, RolesOptions options, long moderatorsChat = 0) =>
        new(new SqliteRoleStore(fixture.Database), Options.Create(options), Options.Create(new ModerationOptions { ChatId = moderatorsChat }));

    private static Origin In(long chat, long user = Person) => new(new ConversationKey(chat, 0, user), 1, IsGroup: chat < 0, "en");
}
