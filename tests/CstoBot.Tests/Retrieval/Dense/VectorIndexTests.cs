using CstoBot.Retrieval.Dense;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Retrieval.Dense;

public sealed class VectorIndexTests
{
    /// <summary>Few values, so that many vectors are equally near.</summary>
    private static readonly Gen<float[]> Vector = Gen.Elements(-1f, 0f, 0.5f, 1f).ListOf(3).Select(values => values.ToArray());

    [Fact]
    public void The_nearest_are_those_that_sorting_all_would_give() => Prop.ForAll(
        Vector.NonEmptyListOf().ToArbitrary(), Vector.ToArbitrary(), Gen.Choose(1, 20).ToArbitrary(), (vectors, question, top) =>
        {
            var sorted = vectors.Index()
                .OrderByDescending(vector => vector.Item.Zip(question).Sum(pair => pair.First * pair.Second))
                .ThenBy(vector => vector.Index)
                .Select(vector => vector.Index)
                .Take(top);

            return VectorIndex.Of([.. vectors]).Nearest(question, top).SequenceEqual(sorted);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_question_of_another_dimension_is_a_failure_that_names_both()
    {
        var failure = Assert.Throws<EmbeddingFailedException>(() => VectorIndex.Of([[1, 0, 0]]).Nearest([1, 0], 5));

        Assert.Contains("2 dimensions", failure.Message, StringComparison.Ordinal);
        Assert.Contains("3", failure.Message, StringComparison.Ordinal);
    }
}
