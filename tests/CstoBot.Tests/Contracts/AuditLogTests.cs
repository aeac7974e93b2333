using CstoBot.Storage;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Fakes;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class AuditLogTests
{
    private const long Person = 20;
    private const long Other = 21;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Pages_are_newest_first_and_of_one_person_where_asked()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var log = await FilledAsync(fixture, 7);

        var newest = await log.PageAsync(null, 0, 3, None);
        var oldest = await log.PageAsync(null, 6, 3, None);
        var ofOne = await log.PageAsync(Other, 0, 10, None);

        Assert.Equal(["6", "5", "4"], newest.Entries.Select(entry => entry.Target));
        Assert.Equal(["0"], oldest.Entries.Select(entry => entry.Target));
        Assert.Equal((7, 7), (newest.Total, oldest.Total));
        Assert.Equal(["5", "3", "1"], ofOne.Entries.Select(entry => entry.Target));
        Assert.Equal(3, ofOne.Total);
        Assert.Equal(new AuditPage([], 0), await log.PageAsync(99, 0, 10, None) with { Entries = [] });
    }

    [Fact]
    public async Task An_entry_reads_as_it_was_written()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var (full, plain) = (new AuditEntry(Some.Time, Person, AuditActions.RoleGranted, "21", "Admin"), new AuditEntry(Some.Time, Person, AuditActions.Refused, "/reload"));
        await fixture.CompleteAsync(Effects.Send([], new Change.Audited(full), new Change.Audited(plain)));
        await fixture.ReopenAsync();

        Assert.Equal([plain, full], (await new SqliteAuditLog(fixture.Database).PageAsync(null, 0, 10, None)).Entries);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(1_000)]
    [InlineData(2_001)]
    public async Task Everything_is_read_oldest_first_however_much_it_is(int count)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var log = await FilledAsync(fixture, count);

        var all = await log.SinceAsync(DateTimeOffset.UnixEpoch, null, None).ToListAsync(None);
        var ofOne = await log.SinceAsync(Some.Time.AddMinutes(count / 2), Other, None).ToListAsync(None);

        Assert.Equal(Enumerable.Range(0, count).Select(number => $"{number}"), all.Select(entry => entry.Target));
        Assert.Equal(Enumerable.Range(0, count).Where(number => number >= count / 2 && number % 2 == 1).Select(number => $"{number}"), ofOne.Select(entry => entry.Target));
    }

    [Fact]
    public async Task Whoever_tries_the_same_again_and_again_has_one_entry_an_hour()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        AuditEntry At(int minute, long person = Person) => new(Some.Time.AddMinutes(minute), person, AuditActions.Refused, "/grant");

        await fixture.CompleteAsync(Effects.Send([], [.. new[] { At(0), At(1), At(2, Other), At(59), At(60), At(61) }.Select(entry => new Change.Audited(entry))]));
        await fixture.ReopenAsync();

        Assert.Equal(
            [At(0) with { Times = 3 }, At(2, Other), At(60) with { Times = 2 }],
            await new SqliteAuditLog(fixture.Database).SinceAsync(DateTimeOffset.UnixEpoch, null, None).ToListAsync(None));
    }

    [Fact]
    public async Task Whoever_forges_buttons_without_end_has_twenty_entries_an_hour()
    {
        using var fixture = await SqliteFixture.CreateAsync();

        await fixture.CompleteAsync(Effects.Send(
            [], [.. Enumerable.Range(0, 1_000).Select(number => new Change.Audited(new AuditEntry(Some.Time.AddSeconds(number), Person, AuditActions.Refused, $"forged {number}")))]));

        var page = await new SqliteAuditLog(fixture.Database).PageAsync(null, 0, 1, None);
        Assert.Equal((20, 981), (page.Total, page.Entries[0].Times));
    }

    [Theory]
    [InlineData("UPDATE audit SET user_id = 1")]
    [InlineData("UPDATE audit SET times = times + 1")]
    [InlineData("DELETE FROM audit")]
    [InlineData("DELETE FROM audit WHERE id = 1")]
    public async Task What_is_noted_stays(string statement)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var log = await FilledAsync(fixture, 2);
        var before = (await log.PageAsync(null, 0, 10, None)).Entries;

        await Assert.ThrowsAsync<SqliteException>(() => fixture.Database.WriteAsync(connection => connection.Execute(statement), None));

        Assert.Equal(before, (await log.PageAsync(null, 0, 10, None)).Entries);
    }

    [Fact]
    public async Task Neither_housekeeping_nor_the_wish_to_be_forgotten_touches_it()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var log = await FilledAsync(fixture, 2);
        await fixture.CompleteAsync(Effects.Send([], new Change.RoleGranted(Person, Role.Moderator, Other, Some.Time)));

        await fixture.CompleteAsync(Effects.Send([], new Change.Forgotten(Person, Some.Time)));
        using var housekeeping = new Housekeeping(
            fixture.Database, Options.Create(new DataOptions { Folder = fixture.Database.Folder }), new FakeTimeProvider(Some.Time.AddYears(9)), NullLogger<Housekeeping>.Instance);
        await housekeeping.PruneAsync(None);

        Assert.Equal(2, (await log.PageAsync(null, 0, 10, None)).Total);
        Assert.Equal(Role.Moderator, await new SqliteRoleStore(fixture.Database).FindOrNullAsync(Person, None));
    }

    /// <summary>Entry N is of minute N; those with odd numbers are the other person's.</summary>
    private static async Task<SqliteAuditLog> FilledAsync(SqliteFixture fixture, int count)
    {
        await fixture.CompleteAsync(Effects.Send(
            [],
            [
                .. Enumerable.Range(0, count).Select(number => new Change.Audited(
                    new AuditEntry(Some.Time.AddMinutes(number), number % 2 == 0 ? Person : Other, AuditActions.RoleGranted, $"{number}"))),
            ]));
        return new SqliteAuditLog(fixture.Database);
    }
}
