using CstoBot.LanguageModels.Usage;
using CstoBot.Storage.Sqlite;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class TokenUsageTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Day = new(2026, 1, 31);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Adds_up_each_day_for_itself(bool stored)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        ITokenUsage usage = stored ? new SqliteTokenUsage(fixture.Database) : new InMemoryTokenUsage();

        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => usage.AddAsync(Day, new TokenCount(number, 1), None)));
        await usage.AddAsync(Day.AddDays(1), new TokenCount(5_000_000_000, 7), None);

        Assert.Equal(new TokenCount(210, 20), await usage.OfDayAsync(Day, None));
        Assert.Equal(new TokenCount(5_000_000_000, 7), await usage.OfDayAsync(Day.AddDays(1), None));
        Assert.Equal(default, await usage.OfDayAsync(Day.AddDays(2), None));
    }

    [Fact]
    public async Task A_restart_gives_nothing_back()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await new SqliteTokenUsage(fixture.Database).AddAsync(Day, new TokenCount(3, 4), None);

        await fixture.ReopenAsync();
        var usage = new SqliteTokenUsage(fixture.Database);
        await usage.AddAsync(Day, new TokenCount(10, 10), None);

        Assert.Equal(new TokenCount(13, 14), await usage.OfDayAsync(Day, None));
    }
}
