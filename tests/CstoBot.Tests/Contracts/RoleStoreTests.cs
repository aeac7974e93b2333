using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class RoleStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_role_is_kept_after_a_restart_and_the_last_grant_counts()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await ChangeAsync(fixture, new Change.RoleGranted(5, Role.Admin, By: 1, Some.Time), new Change.RoleGranted(5, Role.Moderator, By: 2, Some.Time.AddDays(1)));
        await fixture.ReopenAsync();
        var roles = new SqliteRoleStore(fixture.Database);

        Assert.Equal(Role.Moderator, await roles.FindOrNullAsync(5, None));
        Assert.Null(await roles.FindOrNullAsync(6, None));
        Assert.Equal([new GrantedRole(5, Role.Moderator, By: 2, Some.Time.AddDays(1))], await roles.AllAsync(None));
    }

    [Fact]
    public async Task A_role_is_taken_back_from_one_and_stays_with_the_others()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await ChangeAsync(
            fixture, new Change.RoleGranted(5, Role.Admin, By: 1, Some.Time), new Change.RoleGranted(6, Role.Admin, By: 1, Some.Time), new Change.RoleRevoked(5), new Change.RoleRevoked(7));
        var roles = new SqliteRoleStore(fixture.Database);

        Assert.Null(await roles.FindOrNullAsync(5, None));
        Assert.Equal([6L], (await roles.AllAsync(None)).Select(granted => granted.UserId));
    }

    private static Task ChangeAsync(SqliteFixture fixture, params IReadOnlyList<Change> changes) => fixture.CompleteAsync(Effects.Send([], changes));
}
