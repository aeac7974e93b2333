using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class RoleStoreTests
{
    private const long Person = 20;
    private const long Other = 21;
    private const long Admin = 9;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_role_is_there_until_it_is_revoked_also_after_a_restart()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.CompleteAsync(Effects.Send([], Granted(Person, Role.Moderator), Granted(Other, Role.Admin)));
        await fixture.ReopenAsync();
        var store = new SqliteRoleStore(fixture.Database);

        Assert.Equal(Role.Moderator, await store.FindOrNullAsync(Person, None));
        Assert.Equal(Role.Admin, await store.FindOrNullAsync(Other, None));
        Assert.Null(await store.FindOrNullAsync(Admin, None));

        await fixture.CompleteAsync(Effects.Send([], new Change.RoleRevoked(Person)));

        Assert.Null(await store.FindOrNullAsync(Person, None));
        Assert.Equal([new GrantedRole(Other, Role.Admin, Admin, Some.Time)], await store.AllAsync(None));
    }

    [Fact]
    public async Task A_role_granted_later_takes_the_place_of_the_earlier_one()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var store = new SqliteRoleStore(fixture.Database);
        await fixture.CompleteAsync(Effects.Send([], Granted(Person, Role.Moderator), Granted(Other, Role.Moderator)));

        await fixture.CompleteAsync(Effects.Send([], new Change.RoleGranted(Person, Role.Admin, Other, Some.Time.AddDays(1))));

        Assert.Equal(
            [new GrantedRole(Other, Role.Moderator, Admin, Some.Time), new GrantedRole(Person, Role.Admin, Other, Some.Time.AddDays(1))],
            await store.AllAsync(None));
    }

    [Fact]
    public async Task Revoking_what_was_not_granted_changes_nothing()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.CompleteAsync(Effects.Send([], Granted(Person, Role.Moderator)));

        await fixture.CompleteAsync(Effects.Send([], new Change.RoleRevoked(Other)));

        Assert.Equal([Person], (await new SqliteRoleStore(fixture.Database).AllAsync(None)).Select(one => one.UserId));
    }

    private static Change.RoleGranted Granted(long userId, Role role) => new(userId, role, Admin, Some.Time);
}
