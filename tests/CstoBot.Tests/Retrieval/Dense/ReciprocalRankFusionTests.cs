using CstoBot.Retrieval.Dense;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Retrieval.Dense;

public sealed class ReciprocalRankFusionTests
{
    /// <summary>Two to four rankings over few items, so that they meet.</summary>
    private static readonly Arbitrary<IReadOnlyList<int>[]> Rankings = Gen.Choose(0, 12)
        .ListOf()
        .Select(items => (IReadOnlyList<int>)items.Distinct().ToList())
        .ListOf(3)
        .Select(rankings => rankings.ToArray())
        .ToArbitrary();

    [Fact]
    public void An_item_scores_by_its_ranks_alone() => Prop.ForAll(Rankings, rankings => ReciprocalRankFusion.Fuse(rankings).All(fused =>
        Math.Abs(fused.Score - rankings.Sum(ranking => ranking.ToList().IndexOf(fused.Item) is var rank and >= 0 ? 1.0 / (61 + rank) : 0)) < 1e-12))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_item_of_any_ranking_is_there_once_best_first() => Prop.ForAll(Rankings, rankings =>
    {
        var fused = ReciprocalRankFusion.Fuse(rankings);
        return fused.Select(item => item.Item).Order().SequenceEqual(rankings.SelectMany(ranking => ranking).Distinct().Order())
            && fused.Zip(fused.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_ranking_keeps_its_order_and_so_do_two_that_agree() => Prop.ForAll(Rankings, rankings =>
        Items(rankings[0]).SequenceEqual(rankings[0]) && Items(rankings[0], rankings[0]).SequenceEqual(rankings[0]) && Items(rankings[0], []).SequenceEqual(rankings[0]))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_nowhere_worse_is_not_ranked_below() => Prop.ForAll(Rankings, rankings =>
    {
        var order = Items(rankings);
        return order.All(better => order.All(worse => !rankings.All(ranking => Rank(ranking, better) < Rank(ranking, worse)) || order.IndexOf(better) < order.IndexOf(worse)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_both_rank_second_beats_what_each_alone_ranks_first() => Assert.Equal([2, 1, 3], Items([1, 2], [3, 2]));

    private static int Rank(IReadOnlyList<int> ranking, int item) => ranking.ToList().IndexOf(item) is var rank and >= 0 ? rank : int.MaxValue;

    private static List<int> Items(params IReadOnlyList<int>[] rankings) => ReciprocalRankFusion.Fuse(rankings).Select(item => item.Item).ToList();
}
