using CstoBot.Retrieval.Queries;
using CstoBot.Retrieval.Ranking;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Retrieval.Ranking;

public sealed class ClosestWordsTests
{
    private static readonly string[] Names = ["minsk", "summit", "treaty", "filler", "and"];

    [Fact]
    public void Words_in_one_sentence_count_together_and_words_far_apart_do_not()
    {
        var far = string.Join(' ', Enumerable.Repeat("filler", ClosestWords.Window));

        Assert.Equal(3, Score("The summit in Minsk."));
        Assert.Equal(2, Score($"The summit. {far} In Minsk."));
        Assert.Equal(0, Score("Nothing of it."));
    }

    [Fact]
    public void A_word_that_is_repeated_counts_once() => Assert.Equal(2, Score("Summit, summit and summit."));

    [Fact]
    public void Another_spelling_counts_for_less_and_not_beside_the_first()
    {
        var concept = new QueryConcept("CSTO", [new ConceptForm(["csto"], 1), new ConceptForm([SomeWords.Stem("organization")], 0.5)], true, 2, true);

        Assert.Equal(2, Score("The CSTO is an organization.", concept));
        Assert.Equal(1, Score("It is an organization.", concept));
    }

    [Fact]
    public void A_name_of_several_words_counts_where_they_stand_together()
    {
        var concept = new QueryConcept("", [new ConceptForm([SomeWords.Stem("council"), SomeWords.Stem("ministers")], 1)], true, 2, true);

        Assert.Equal(2, Score("The council of ministers met.", concept));
        Assert.Equal(0, Score("The ministers met. A speaker then told the visitors of a council.", concept));
    }

    [Fact]
    public void The_best_window_is_the_best_of_all_windows() => Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, Names.Length - 1), 90).ToArbitrary(), numbers =>
    {
        var text = numbers.Select(number => Names[number]).ToArray();
        var best = Enumerable.Range(0, text.Length).Max(start =>
        {
            var window = text.Skip(start).Take(ClosestWords.Window).ToHashSet();
            return (window.Contains("summit") ? 2 : 0) + (window.Contains("minsk") ? 1 : 0);
        });

        return Score(string.Join(' ', text)) == best;
    }).QuickCheckThrowOnFailure();

    private static double Score(string text, params QueryConcept[] concepts)
    {
        var words = new QueryWords();
        var closest = new ClosestWords(concepts.Length > 0 ? concepts : [SomeWords.Concept("summit", 2), SomeWords.Concept("minsk", 1)], words);
        var chunk = SomeWords.Of(text);
        words.Find(chunk);
        return closest.Score(chunk.Length);
    }
}
