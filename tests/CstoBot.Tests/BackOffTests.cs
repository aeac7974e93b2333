using Xunit;

namespace CstoBot.Tests;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(1, 0, 250)]
    [InlineData(1, 1, 500)]
    [InlineData(2, 1, 1_000)]
    [InlineData(5, 1, 8_000)]
    [InlineData(7, 1, 30_000)]
    [InlineData(1_000_000, 0.5, 22_500)]
    public void Doubles_up_to_half_a_minute(int failures, double jitter, double expected) =>
        Assert.Equal(expected, BackOff.After(failures, jitter).TotalMilliseconds);
}
