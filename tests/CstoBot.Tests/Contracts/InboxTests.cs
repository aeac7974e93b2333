using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Receiving;
using CstoBot.Tests.Fakes;
using Dapper;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class InboxTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Keeps_updates_pending_over_a_restart_in_order()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await new SqliteInbox(fixture.Database).AddAsync([Update(12), Update(11), Update(10)], Some.Time, None);

        await fixture.ReopenAsync();
        var pending = await new SqliteInbox(fixture.Database).PendingAsync(botId: 1, None);

        Assert.Equal([10L, 11L, 12L], pending.Select(update => update.Key.UpdateId));
        Assert.Equal("""{"update_id":11,"x":"ё"}""", pending[1].Json);
    }

    [Fact]
    public async Task Takes_an_update_once_however_often_it_comes()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var inbox = new SqliteInbox(fixture.Database);
        await inbox.AddAsync([Update(10)], Some.Time, None);
        await inbox.CompleteAsync(Update(10).Key, None);

        var added = await inbox.AddAsync([Update(10), Update(11)], Some.Time, None);

        Assert.Equal([11L], added.Select(update => update.Key.UpdateId));
        Assert.Equal([11L], (await inbox.PendingAsync(1, None)).Select(update => update.Key.UpdateId));
    }

    [Fact]
    public async Task Keeps_the_updates_of_two_bots_apart()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var inbox = new SqliteInbox(fixture.Database);

        var added = await inbox.AddAsync([Update(10), Update(10, bot: 2)], Some.Time, None);

        Assert.Equal(2, added.Count);
        Assert.Single(await inbox.PendingAsync(2, None));
    }

    [Fact]
    public async Task Counts_failures_and_sets_aside_what_is_parked()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var inbox = new SqliteInbox(fixture.Database);
        await inbox.AddAsync([Update(10), Update(11)], Some.Time, None);

        Assert.Equal(1, await inbox.FailAsync(Update(10).Key, "no luck", None));
        Assert.Equal(2, await inbox.FailAsync(Update(10).Key, "no luck", None));
        await inbox.ParkAsync(Update(10).Key, "no luck", None);

        Assert.Equal([11L], (await inbox.PendingAsync(1, None)).Select(update => update.Key.UpdateId));
        Assert.Equal(1, await inbox.CountParkedAsync(1, None));
    }

    [Fact]
    public async Task Forgets_the_text_of_what_was_not_meant_for_the_bot_but_not_that_it_came()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var inbox = new SqliteInbox(fixture.Database);
        await inbox.AddAsync([Update(10)], Some.Time, None);

        await inbox.ForgetAsync(Update(10).Key, None);

        Assert.Empty(await inbox.PendingAsync(1, None));
        Assert.Empty(await inbox.AddAsync([Update(10)], Some.Time, None));
        Assert.Equal("", await fixture.Database.ReadAsync(connection => connection.ExecuteScalarAsync<string>("SELECT json FROM inbox"), None));
    }

    private static ReceivedUpdate Update(long id, long bot = 1) => new(new UpdateKey(bot, id), $$"""{"update_id":{{id}},"x":"ё"}""");
}
