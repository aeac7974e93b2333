using CstoBot.Retrieval.Ranking;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Retrieval.Ranking;

public sealed class LikeStemsTests
{
    [Theory]
    [InlineData("production", "productive")]
    [InlineData("immunity", "immunization")]
    [InlineData("производство", "производить")]
    [InlineData("безопасность", "безопасный")]
    public void Words_of_one_family_are_alike(string one, string other) =>
        Assert.InRange(LikeStems.Likeness(SomeWords.Stem(one), SomeWords.Stem(other)), 0.3, 1);

    [Theory]
    [InlineData("summit", "summarise")]
    [InlineData("interview", "international")]
    [InlineData("договор", "догма")]
    [InlineData("war", "warm")]
    [InlineData("", "")]
    public void Words_that_only_begin_alike_are_not(string one, string other) => Assert.Equal(0, LikeStems.Likeness(one, other));

    [Fact]
    public void Likeness_is_the_same_both_ways_and_whole_for_the_same_word_alone() => Prop.ForAll<NonEmptyString, NonEmptyString>((start, end) =>
    {
        var (one, other) = ("base" + start.Get, "base" + start.Get + end.Get);
        var likeness = LikeStems.Likeness(one, other);
        return likeness >= 0 && likeness < 1 && likeness == LikeStems.Likeness(other, one) && LikeStems.Likeness(one, one) == 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_family_of_a_stem_comes_nearest_first_and_without_itself()
    {
        var dictionary = Dictionary("product", "productiv", "producer", "profit", "production");

        var family = LikeStems.Of("product", dictionary);

        Assert.Equal(["productiv", "production", "producer"], family.Select(like => like.Stem));
        Assert.All(family, like => Assert.Equal(3, like.Frequency));
    }

    [Fact]
    public void A_large_family_is_cut_to_its_nearest() =>
        Assert.Equal(24, LikeStems.Of("product", Dictionary(Enumerable.Range(0, 100).Select(number => $"product{number}"))).Count);

    [Theory]
    [InlineData("2024")]
    [InlineData("pro")]
    public void Numbers_and_short_stems_have_no_family(string stem) =>
        Assert.Empty(LikeStems.Of(stem, Dictionary("20240", "20241", "proa", "prob")));

    private static StemDictionary Dictionary(params IEnumerable<string> stems) =>
        new(stems.Order(StringComparer.Ordinal).Select(stem => (stem, 3)).ToList());
}
