using CstoBot.Ingestion.Reloading;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Ingestion.Reloading;

public sealed class QuietPeriodTests
{
    private readonly QuietPeriod quiet = new(TimeSpan.FromSeconds(10));

    [Fact]
    public void A_change_settles_once_when_nothing_else_has_changed_for_the_period()
    {
        Assert.False(At(0, "a"));
        Assert.False(At(2, "b"));
        Assert.False(At(8, "c"));
        Assert.False(At(17, "c"));
        Assert.True(At(18, "c"));
        Assert.False(At(40, "c"));
    }

    [Fact]
    public void What_was_there_from_the_beginning_is_no_change() => Assert.False(At(0, "a") || At(60, "a"));

    [Fact]
    public void A_change_that_is_taken_back_is_none()
    {
        Assert.False(At(0, "a"));
        Assert.False(At(2, "b"));
        Assert.False(At(4, "a"));
        Assert.False(At(60, "a"));
    }

    private bool At(int second, string state) => quiet.HasSettled(state, Some.Time.AddSeconds(second));
}
