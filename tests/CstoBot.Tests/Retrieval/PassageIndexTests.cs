using CstoBot.Retrieval;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Retrieval;

public sealed class PassageIndexTests
{
    [Fact]
    public void The_passage_that_speaks_of_the_question_comes_first()
    {
        var index = SomeCorpus.Index("The summit was held in Minsk.", "Drug trafficking is a threat.", "The parliament met in spring.");

        var passages = Retrieve(index, "Which threats come from trafficking of drugs?");

        Assert.Equal("b.txt", passages[0].Chunk.Document.Name);
    }

    [Fact]
    public void A_heading_finds_the_text_below_it()
    {
        var index = SomeCorpus.Index("The parliament met in spring.", "Drug trafficking\n\nIt comes from the south.");

        Assert.EndsWith("It comes from the south.", Retrieve(index, "drugs")[0].Chunk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_shares_nothing_finds_nothing() =>
        Assert.Empty(Retrieve(SomeCorpus.Index("The summit was held in Minsk."), "Football results"));

    [Fact]
    public void No_more_passages_come_than_were_asked_for()
    {
        var index = SomeCorpus.Index(Enumerable.Range(0, 20).Select(number => $"The summit number {number} was held."));

        Assert.Equal(5, Retrieve(index, "summit", top: 5).Count);
        Assert.Equal(20, Retrieve(index, "summit", top: int.MaxValue).Count);
    }

    [Fact]
    public void An_index_of_nothing_finds_nothing()
    {
        var index = PassageIndex.Build(SomeCorpus.Of(), Glossary.Empty);

        Assert.Empty(Retrieve(index, "summit"));
    }

    [Fact]
    public void A_word_is_counted_in_text_heading_and_title()
    {
        var index = SomeCorpus.Index("Drug trafficking\n\nIt comes from the south.", "The drug trade grew. Drugs are a threat.");

        Assert.InRange(index.ChunkFrequency("drug"), 1, 2);
        Assert.Equal(1, index.ChunkFrequency("south"));
        Assert.Equal(0, index.ChunkFrequency("summit"));
    }

    [Fact]
    public void Nothing_can_be_asked_before_the_first_load()
    {
        var current = new CurrentIndex();

        Assert.Null(current.ValueOrNull);
        Assert.Throws<InvalidOperationException>(() => current.Value);
    }

    [Theory]
    [InlineData("the council of foreign ministers met", 1)]
    [InlineData("ministers of foreign affairs at the council", 1)]
    [InlineData("the council", 0.2)]
    [InlineData("the parliament", 0)]
    public void A_name_of_several_words_stands_in_a_text_wholly_partly_or_not(string text, double atLeast)
    {
        var name = TextAnalyzer.Analyze("council foreign ministers").Select(term => term.Stem).ToList();

        var presence = StemText.Of(TextAnalyzer.Analyze(text)).Presence(name);

        Assert.InRange(presence, atLeast * 0.75, Math.Min(1, atLeast * 1.5));
    }

    [Fact]
    public void The_empty_text_holds_no_concept() =>
        Assert.Equal(0, StemText.Empty.Strength(new QueryConcept("x", [new ConceptForm(["x"], 1)], false, 1, true)));

    private static IReadOnlyList<Passage> Retrieve(PassageIndex index, string question, int top = 10) =>
        PassageRetriever.Retrieve(QueryAnalyzer.Analyze(question, index), index, top);
}
