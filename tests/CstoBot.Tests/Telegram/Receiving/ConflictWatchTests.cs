using CstoBot.Telegram.Receiving;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Telegram.Receiving;

public sealed class ConflictWatchTests
{
    [Fact]
    public void The_program_that_came_later_gives_way_first()
    {
        var earlier = new ConflictWatch(Some.Time);
        var later = new ConflictWatch(Some.Time.AddHours(1));

        var (earlierStops, laterStops) = (FirstStop(earlier, Some.Time.AddHours(1)), FirstStop(later, Some.Time.AddHours(1)));

        Assert.Equal(5, laterStops);
        Assert.True(earlierStops > laterStops);
    }

    [Fact]
    public void A_single_conflict_now_and_then_stops_nobody()
    {
        var watch = new ConflictWatch(Some.Time);

        Assert.All(Enumerable.Range(1, 100), minutes => Assert.False(watch.ShouldGiveWay(Some.Time.AddMinutes(minutes))));
    }

    private static int FirstStop(ConflictWatch watch, DateTimeOffset from) =>
        Enumerable.Range(1, 100).First(count => watch.ShouldGiveWay(from.AddSeconds(count)));
}
