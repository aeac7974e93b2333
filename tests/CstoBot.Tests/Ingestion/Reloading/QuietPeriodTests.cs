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
        Assert.False(At(2, "b"));
        Assert.False(At(8, "c"));
        Assert.False(At(17, "c"));
        Assert.True(At(18, "c"));
        Assert.False(At(40, "c"));
    }

    [Fact]
    public void What_was_there_from_the_beginning_is_told_as_well()
    {
        Assert.False(At(0, "a"));
        Assert.True(At(10, "a"));
        Assert.False(At(60, "a"));
    }

    [Fact]
    public void A_change_that_is_taken_back_is_none()
    {
        Assert.True(At(0, "a") || At(10, "a"));
        Assert.False(At(12, "b"));
        Assert.False(At(14, "a"));
        Assert.False(At(60, "a"));
    }

    [Fact]
    public void What_came_to_nothing_is_told_again()
    {
        Assert.True(At(0, "a") || At(10, "a"));

        quiet.Forget();

        Assert.True(At(11, "a"));
        Assert.False(At(12, "a"));
    }

    private bool At(int second, string state) => quiet.HasSettled(state, Some.Time.AddSeconds(second));
}
