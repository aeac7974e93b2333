using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Fakes;
using Dapper;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class AuditLogTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Entries_are_read_newest_first_by_page_and_oldest_first_as_a_whole_of_all_or_of_one()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var entries = Enumerable.Range(1, 5).Select(number => Entry(number, user: number % 2)).ToList();
        await fixture.CompleteAsync(Effects.Send([], [.. entries.Select(entry => new Change.Audited(entry))]));
        await fixture.ReopenAsync();
        var audit = new SqliteAuditLog(fixture.Database);

        var page = await audit.PageAsync(userId: null, skip: 1, take: 2, None);
        var ofOne = await audit.PageAsync(userId: 1, skip: 0, take: 10, None);

        Assert.Equal(([entries[3], entries[2]], 5), (page.Entries.ToList(), page.Total), SamePage);
        Assert.Equal(([entries[4], entries[2], entries[0]], 3), (ofOne.Entries.ToList(), ofOne.Total), SamePage);
        Assert.Equal(entries.Skip(2), await audit.SinceAsync(entries[2].At, userId: null, None));
        Assert.Equal([entries[1], entries[3]], await audit.SinceAsync(DateTimeOffset.MinValue, userId: 0, None));
    }

    [Theory]
    [InlineData("UPDATE audit SET user_id = 2")]
    [InlineData("DELETE FROM audit")]
    public async Task What_was_noted_is_neither_changed_nor_removed(string sql)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.CompleteAsync(Effects.Send([], new Change.Audited(Entry(1, user: 1))));

        await Assert.ThrowsAnyAsync<Exception>(() => fixture.Database.WriteAsync(connection => connection.Execute(sql), None));

        Assert.Equal([Entry(1, user: 1)], await new SqliteAuditLog(fixture.Database).SinceAsync(DateTimeOffset.MinValue, userId: null, None));
    }

    [Fact]
    public async Task Who_is_forgotten_stays_in_the_audit()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.CompleteAsync(Effects.Send([], new Change.Audited(Entry(1, user: 1)), new Change.Forgotten(1, Some.Time)));

        Assert.Equal([Entry(1, user: 1)], await new SqliteAuditLog(fixture.Database).SinceAsync(DateTimeOffset.MinValue, userId: 1, None));
    }

    private static bool SamePage((List<AuditEntry> Entries, int Total) one, (List<AuditEntry> Entries, int Total) other) =>
        one.Total == other.Total && one.Entries.SequenceEqual(other.Entries);

    private static AuditEntry Entry(int number, long user) =>
        new(Some.Time.AddMinutes(number), user, AuditActions.Case, $"{number}", number == 1 ? null : "Approved");
}
