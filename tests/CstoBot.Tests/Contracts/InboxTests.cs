using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Fakes;
using Dapper;
using Microsoft.Data.Sqlite;
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
        await inbox.CompleteAsync(Update(10).Key, Effects.None, firstBegins: false, Some.Time, None);

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
        var apology = await inbox.ParkAsync(Update(10).Key, "no luck", [new Outgoing.Deletion(default, new MessageReference(1))], Some.Time, None);

        Assert.Equal([11L], (await inbox.PendingAsync(1, None)).Select(update => update.Key.UpdateId));
        Assert.Single(apology);
        Assert.Equal(new InboxCounts(Pending: 1, Parked: 1), await inbox.CountAsync(1, None));
    }

    [Fact]
    public async Task Forgets_the_text_of_what_is_done_but_not_that_it_came()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var inbox = new SqliteInbox(fixture.Database);
        await inbox.AddAsync([Update(10)], Some.Time, None);

        await inbox.CompleteAsync(Update(10).Key, Effects.None, firstBegins: false, Some.Time, None);

        Assert.Empty(await inbox.PendingAsync(1, None));
        Assert.Empty(await inbox.AddAsync([Update(10)], Some.Time, None));
        Assert.Equal("", await fixture.Database.ReadAsync(connection => connection.ExecuteScalar<string>("SELECT json FROM inbox"), None));
    }

    [Fact]
    public async Task An_update_is_done_with_all_that_came_of_it_or_not_at_all()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var inbox = new SqliteInbox(fixture.Database);
        await inbox.AddAsync([Update(10)], Some.Time, None);
        await fixture.Database.WriteAsync(
            connection => connection.Execute("CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(FAIL, 'disk full'); END"), None);
        var given = new Change.AnswerGiven(Some.Given(1, Some.Answered("One.")));

        await Assert.ThrowsAsync<SqliteException>(() =>
            inbox.CompleteAsync(Update(10).Key, Effects.Send([new Outgoing.Deletion(default, new MessageReference(1))], given), firstBegins: false, Some.Time, None));

        Assert.Single(await inbox.PendingAsync(1, None));
        Assert.Null(await new SqliteAnswerStore(fixture.Database).FindOrNullAsync(1, None));
    }

    [Fact]
    public async Task What_is_done_or_parked_brings_nothing_a_second_time()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var inbox = new SqliteInbox(fixture.Database);
        await inbox.AddAsync([Update(10), Update(11)], Some.Time, None);
        var effects = Effects.Send([new Outgoing.Deletion(default, new MessageReference(1))]);
        await inbox.CompleteAsync(Update(10).Key, effects, firstBegins: false, Some.Time, None);
        await inbox.ParkAsync(Update(11).Key, "no luck", effects.Messages, Some.Time, None);

        foreach (var key in new[] { Update(10).Key, Update(11).Key })
        {
            Assert.Empty(await inbox.CompleteAsync(key, effects, firstBegins: true, Some.Time, None));
            Assert.Empty(await inbox.ParkAsync(key, "no luck", effects.Messages, Some.Time, None));
        }

        Assert.Equal(new InboxCounts(Pending: 0, Parked: 1), await inbox.CountAsync(1, None));
        Assert.Equal(2, (await new SqliteOutbox(fixture.Database).OpenAsync(1, None)).Count);
    }

    [Fact]
    public async Task Changes_committed_together_fail_apart()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var inbox = new SqliteInbox(fixture.Database);
        await inbox.AddAsync([.. Enumerable.Range(0, 200).Select(id => Update(id))], Some.Time, None);
        await fixture.Database.WriteAsync(
            connection => connection.Execute(
                "CREATE TRIGGER odd BEFORE UPDATE ON inbox WHEN NEW.update_id % 2 = 1 BEGIN SELECT RAISE(FAIL, 'odd'); END"), None);

        var done = await Task.WhenAll(Enumerable.Range(0, 200).Select(async id =>
        {
            try
            {
                await inbox.CompleteAsync(Update(id).Key, Effects.None, firstBegins: false, Some.Time, None);
                return true;
            }
            catch (SqliteException)
            {
                return false;
            }
        }));

        Assert.All(done.Index(), update => Assert.Equal(update.Index % 2 == 0, update.Item));
        Assert.Equal(100, (await inbox.PendingAsync(1, None)).Count);
    }

    private static ReceivedUpdate Update(long id, long bot = 1) => new(new UpdateKey(bot, id), $$"""{"update_id":{{id}},"x":"ё"}""");
}
