using CstoBot.Telegram.Receiving;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Telegram.Receiving;

public sealed class ConflictWatchTests
{
    [Theory]
    [InlineData(3_600)]
    [InlineData(11)]
    public void The_program_that_came_later_gives_way_first(int secondsLater)
    {
        var second = Some.Time.AddSeconds(secondsLater);
        var (earlier, later) = (new ConflictWatch(Some.Time), new ConflictWatch(second));

        var (earlierStops, laterStops) = (FirstStop(earlier, second), FirstStop(later, second));

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
