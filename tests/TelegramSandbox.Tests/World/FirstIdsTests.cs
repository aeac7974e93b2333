using TelegramSandbox.World;

namespace TelegramSandbox.Tests.World;

public sealed class FirstIdsTests
{
    [Fact]
    public void A_later_run_counts_on_from_higher_numbers()
    {
        var later = StartedSandbox.Start.AddMinutes(1);

        Assert.True(FirstIds.Update(later) > FirstIds.Update(StartedSandbox.Start));
        Assert.True(FirstIds.Message(later) > FirstIds.Message(StartedSandbox.Start));
    }

    [Theory]
    [InlineData(1990)]
    [InlineData(2200)]
    public void Whatever_the_clock_says_the_numbers_are_valid(int year)
    {
        var start = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.InRange(FirstIds.Update(start), 1, int.MaxValue - 1_000_000);
        Assert.InRange(FirstIds.Message(start), 1, int.MaxValue - 1_000_000);
    }
}
