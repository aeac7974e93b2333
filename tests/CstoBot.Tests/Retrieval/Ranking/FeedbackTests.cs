using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Ranking;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Retrieval.Ranking;

public sealed class FeedbackTests
{
    [Fact]
    public void Of_equal_candidates_the_one_that_shares_words_with_the_others_is_best()
    {
        var scores = Scores([1, 1, 1, 1], "wing lift drag", "wing lift flow", "butter bread milk", "drag lift wing flow");

        Assert.Equal(3, Array.IndexOf(scores, 1));
        Assert.Equal(0, scores[2]);
    }

    [Fact]
    public void A_candidate_does_not_speak_for_itself() => Assert.Equal([0, 0], Scores([9, 1], "summit summit summit", "wing lift drag"));

    [Fact]
    public void Words_that_tell_nothing_are_not_used()
    {
        var common = WordId.OfStem(SomeWords.Stem("wing"));

        Assert.Equal([0, 0], Scores([1, 1], stem => stem == common ? 0 : 1, "wing lift", "wing drag"));
    }

    [Fact]
    public void A_further_candidate_outside_the_model_leaves_the_order_of_the_others() => Prop.ForAll(Texts(Feedback.Models + 5).ToArbitrary(), texts =>
    {
        var own = Enumerable.Range(0, texts.Length).Select(place => 1 - (0.05 * place)).ToArray();

        var all = Scores(own, texts);
        var fewer = Scores(own[..^1], texts[..^1]);

        return Order(all[..^1]).SequenceEqual(Order(fewer));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Scores_are_shares_of_the_best_and_the_same_each_time() => Prop.ForAll(Texts(12).ToArbitrary(), texts =>
    {
        var own = Enumerable.Range(0, texts.Length).Select(place => 3.0 / (place + 1)).ToArray();

        var scores = Scores(own, texts);

        return scores.All(score => score is >= 0 and <= 1) && scores.SequenceEqual(Scores(own, texts)) && scores.Max() is 0 or 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fewer_than_two_candidates_and_worthless_ones_get_nothing()
    {
        Assert.Empty(Scores([]));
        Assert.Equal([0], Scores([1], "wing"));
        Assert.Equal([0, 0], Scores([0, 0], "wing", "wing"));
    }

    private static Gen<string[]> Texts(int count) => Gen.ArrayOf(
        from words in Gen.ArrayOf(Gen.Elements("wing", "lift", "drag", "flow", "heat", "summit", "treaty", "milk"), 6)
        select string.Join(' ', words),
        count);

    private static IEnumerable<int> Order(double[] scores) =>
        Enumerable.Range(0, scores.Length).OrderByDescending(place => Math.Round(scores[place] / Math.Max(scores.Max(), 1e-9), 9)).ThenBy(place => place);

    private static double[] Scores(double[] scores, params string[] texts) => Scores(scores, _ => 1, texts);

    private static double[] Scores(double[] scores, Func<uint, double> weightOf, params string[] texts)
    {
        var words = Array.ConvertAll(texts, SomeWords.Of);
        return Feedback.Scores(scores, candidate => words[candidate], weightOf, average: 5);
    }
}
