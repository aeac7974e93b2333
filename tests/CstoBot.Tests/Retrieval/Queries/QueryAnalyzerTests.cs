using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Retrieval.Queries;

public sealed class QueryAnalyzerTests
{
    private static readonly PassageIndex Index = SomeCorpus.Index(
        "names: [[CSTO, Collective Security Treaty Organization, ОДКБ]]\nterms: [[summit, саммит]]",
        ["The CSTO summit was held in Minsk. Tasmagambetov spoke of threats."]);

    [Fact]
    public void A_glossary_entry_is_one_concept_with_all_its_spellings()
    {
        var concept = Assert.Single(Concepts("What is the Collective Security Treaty Organization?"));

        Assert.Equal("Collective Security Treaty Organization", concept.Text);
        Assert.True(concept is { IsName: true, IsKnown: true });
        Assert.Contains(concept.Forms, form => form.Stems is ["csto"]);
    }

    [Theory]
    [InlineData("Тасмагамбетов")]
    [InlineData("Тасмагамбетова")]
    [InlineData("Тасмагамбетовым")]
    public void A_russian_name_is_found_in_an_english_document(string name) =>
        Assert.True(Assert.Single(Concepts($"кто такой {name}")).IsKnown);

    [Fact]
    public void A_name_that_no_document_knows_is_an_unknown_name() =>
        Assert.True(Assert.Single(Concepts("who is Zaphod")) is { IsName: true, IsKnown: false });

    [Theory]
    [InlineData("what is it")]
    [InlineData("а что это было")]
    [InlineData("x")]
    [InlineData("?")]
    [InlineData("👍👍")]
    [InlineData("")]
    [InlineData("ʼ '")]
    public void Words_of_form_alone_are_no_concepts(string question) => Assert.Empty(Concepts(question));

    [Theory]
    [InlineData("+summit -Minsk \"held in\" AND (text:summit OR *) ~2 ^3 [a TO b] \\")]
    [InlineData("summit\0summit\u0007")]
    [InlineData("summit /.*/ {!lucene} ${jndi}")]
    public void Operators_are_only_text(string question) => Assert.Contains(Concepts(question), concept => concept.Text == "summit");

    [Fact]
    public void A_single_digit_is_a_concept_and_no_name() => Assert.False(Assert.Single(Concepts("7")).IsName);

    [Theory]
    [InlineData("80", "80th")]
    [InlineData("80th", "80")]
    [InlineData("21", "21st")]
    [InlineData("11", "11th")]
    [InlineData("3rd", "3")]
    [InlineData("2024g", null)]
    [InlineData("csto", null)]
    public void A_number_is_also_written_as_an_ordinal(string number, string? other) => Assert.Equal(other, Ordinals.OtherOrNull(number));

    [Fact]
    public void A_script_that_no_document_uses_is_known_to_none() =>
        Assert.All(Concepts("集団安全保障条約機構とは何ですか"), concept => Assert.False(concept.IsKnown));

    [Fact]
    public void A_question_of_four_thousand_words_is_cut_to_its_first_concepts()
    {
        var question = string.Join(' ', Enumerable.Range(1, 4_000).Select(number => $"word{number}"));

        var analyzed = QueryAnalyzer.Analyze(question, Index);

        Assert.Equal(QueryAnalyzer.MaxConcepts, analyzed.Concepts.Count);
        Assert.Empty(PassageRetriever.Retrieve(analyzed, Index, 10));
    }

    [Fact]
    public void A_word_said_twice_is_one_concept() => Assert.Single(Concepts("summit, Summits and summit"));

    [Fact]
    public void What_an_earlier_question_spoke_of_comes_behind_and_weighs_less()
    {
        var analyzed = QueryAnalyzer.Analyze(new StandaloneQuestion("and the threats?", "Where was the summit held?"), Index);

        var alone = Assert.Single(Concepts("summit"));
        Assert.Equal("threats", analyzed.Concepts[0].Text);
        Assert.True(analyzed.Concepts.Single(concept => concept.Text == "summit").Weight < alone.Weight);
    }

    private static IReadOnlyList<QueryConcept> Concepts(string question) => QueryAnalyzer.Analyze(question, Index).Concepts;
}
