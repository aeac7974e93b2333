using CstoBot.Retrieval.Queries;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Retrieval.Queries;

public sealed class WordDistanceTests
{
    [Theory]
    [InlineData("summit", "summit", 0)]
    [InlineData("sumit", "summit", 0.4)]
    [InlineData("sumimt", "summit", 0.6)]
    [InlineData("summot", "summit", 0.6)]
    [InlineData("sumit", "sumt", 1)]
    [InlineData("summqt", "summit", 1.2)]
    [InlineData("", "ab", 2)]
    public void Easy_slips_count_for_less(string typed, string word, double distance) => Assert.Equal(distance, WordDistance.Between(typed, word), 3);

    [Fact]
    public void It_is_the_same_both_ways_and_never_below_zero() => Prop.ForAll<string?, string?>((one, other) =>
    {
        var distance = WordDistance.Between(one, other);
        Assert.True(distance >= 0);
        Assert.Equal(distance, WordDistance.Between(other, one), 6);
        Assert.Equal(one == other || string.IsNullOrEmpty(one) && string.IsNullOrEmpty(other), distance == 0);
    }).QuickCheckThrowOnFailure();
}
