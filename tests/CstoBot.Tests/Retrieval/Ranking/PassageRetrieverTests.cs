using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Retrieval.Ranking;

public sealed class PassageRetrieverTests
{
    private static readonly string[] Words =
        ["summit", "Minsk", "treaty", "treaties", "peace", "peaceful", "2024", "саммит", "договор", "договорный", "the", "of", "и"];

    [Fact]
    public void Words_of_one_family_bring_a_passage_forward() => Assert.Equal(
        "b.txt", First("Где производство стали?", "Завод дает сталь, его построили давно.", "Завод производит сталь, его построили давно."));

    [Fact]
    public void Words_that_stand_together_bring_a_passage_forward()
    {
        var between = string.Concat(Enumerable.Repeat("Other matters were spoken of there. ", 8));

        Assert.Equal("b.txt", First("budget of the parliament", $"The budget grew. {between} The parliament met.", $"The budget of the parliament grew. {between} It met."));
    }

    [Fact]
    public void What_the_best_passages_share_brings_a_passage_forward()
    {
        var others = Enumerable.Range(0, 120).Select(number => $"Number {number} tells of town {number}, river {number} and nothing else here.");
        string[] about =
        [
            "The wing stalls at an angle where lift falls and drag grows.",
            "The wing stalls when lift falls, and drag grows with the angle.",
            "The wing hangs above the old stage door near the bakery there.",
            "The wing gives lift and drag at each angle before it stalls so.",
        ];
        var index = SomeCorpus.Index([.. about, .. others]);

        var found = Retrieve(index, "wing").Select(passage => passage.ChunkNumber).ToList();

        Assert.Equal(4, found.Count);
        Assert.Equal(2, found[^1]);
    }

    [Fact]
    public void Scores_are_finite_the_order_is_theirs_and_the_same_each_time() => Prop.ForAll(Texts().ToArbitrary(), Texts().ToArbitrary(), (documents, questions) =>
    {
        var index = SomeCorpus.Index(documents);
        return questions.All(question =>
        {
            var found = Retrieve(index, question);
            return found.All(passage => double.IsFinite(passage.Score) && passage.Score >= 0)
                && found.Zip(found.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score)
                && found.DistinctBy(passage => passage.ChunkNumber).Count() == found.Count
                && found.SequenceEqual(Retrieve(index, question));
        });
    }).QuickCheckThrowOnFailure();

    private static Gen<string[]> Texts() => Gen.ArrayOf(
        from words in Gen.ArrayOf(Gen.Elements(Words), 7)
        select string.Join(' ', words) + ".",
        6);

    private static string First(string question, params string[] texts) => Retrieve(SomeCorpus.Index(texts), question)[0].DocumentName;

    private static IReadOnlyList<Passage> Retrieve(PassageIndex index, string question) =>
        PassageRetriever.Retrieve(QueryAnalyzer.Analyze(question, index), index, 10);
}
