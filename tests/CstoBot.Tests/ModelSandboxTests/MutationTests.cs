using ModelSandbox.Personas;
using ModelSandbox.Wording;
using Xunit;

namespace CstoBot.Tests.ModelSandboxTests;

/// <summary>What becomes of a sentence, to the letter; a change that might leave it true is not made.</summary>
public sealed class MutationTests
{
    [Theory]
    [InlineData(nameof(ChangesOneDigit), "The union has 14 members in Oslo.", "The union has 15 members in Oslo.")]
    [InlineData(nameof(ChangesOneDigit), "The union has many members in Oslo.", null)]
    [InlineData(nameof(DropsNot), "Bergen didn't join the union in 1998.", "Bergen did join the union in 1998.")]
    [InlineData(nameof(DropsNot), "Город Берген не вступил в союз.", "Город Берген вступил в союз.")]
    [InlineData(nameof(DropsNot), "Bergen joined not only the union but also the council.", null)]
    [InlineData(nameof(DropsNot), "Никто не вступил в этот союз.", null)]
    [InlineData(nameof(AddsNot), "The treaty was signed in Oslo.", "The treaty was not signed in Oslo.")]
    [InlineData(nameof(AddsNot), "The treaty was not signed in Oslo.", null)]
    [InlineData(nameof(AddsNot), "He asked whether the treaty was signed.", null)]
    [InlineData(nameof(AddsNot), "Генерал подписал новый договор.", "Генерал не подписал новый договор.")]
    [InlineData(nameof(ReplacesVerb), "Стокгольм одобрил план союза портов.", "Стокгольм отклонил план союза портов.")]
    [InlineData(nameof(ReplacesVerb), "The council approved the plan.", "The council rejected the plan.")]
    [InlineData(nameof(SwapsName), "The treaty was signed in Oslo. The council met in Bergen.", "The treaty was signed in Bergen.")]
    [InlineData(nameof(SwapsName), "The meeting was led by Karl Berg. Later the chair Berg left the room.", null)]
    [InlineData(nameof(SwapsName), "Members of the Northern Ports Alliance (NPA) met. All of the NPA agreed with it.", null)]
    [InlineData(nameof(CombinesHalves), "The port of Bergen signed the treaty. The port of Bergen left the union.", null)]
    [InlineData(nameof(CombinesHalves), "Karl Berg signed the treaty. Anna Lund opened the new terminal. In the room sat Karl Berg with Anna Lund.", "Karl Berg opened the new terminal.")]
    [InlineData(nameof(CombinesHalves), "Karl Berg signed the treaty. He opened the new terminal.", null)]
    public void A_lie_is_told_only_where_it_is_one(string persona, string text, string? expected)
    {
        var statements = PersonaCatalogue.Named(persona).Reply(SomePrompts.View("Which treaty, union, plan or meeting?", text)).Statements;

        Assert.All(statements, statement => Assert.False(statement.IsSupported));
        Assert.Equal(expected, expected is null ? statements.Select(statement => statement.Text).FirstOrDefault() : statements.Select(statement => statement.Text).FirstOrDefault(said => said == expected));
    }

    [Theory]
    [InlineData("The council meets in Turku, where the office is.", "The council meets in Turku.")]
    [InlineData("The council meets in Turku, where no office is.", null)]
    [InlineData("Help goes to the ports, which signed the treaty.", null)]
    [InlineData("If the council meets in Turku, which is far away.", null)]
    [InlineData("Карл Берг приехал в город Турку, где заседает совет.", "Карл Берг приехал в город Турку.")]
    public void Only_a_clause_about_a_name_is_left_out(string sentence, string? expected) => Assert.Equal(expected, Shortening.OrNull(sentence));

    [Theory]
    [InlineData("The treaty was signed in Oslo on 12 May 2021.", "On 12 May 2021, the treaty was signed in Oslo.")]
    [InlineData("Anna Lund praised the treaty signed in 1992.", null)]
    [InlineData("He said that the treaty was signed in 1992.", null)]
    [InlineData("Портовый договор подписала Анна Лунд в Осло 12 мая 2021 года.", "12 мая 2021 года, Портовый договор подписала Анна Лунд в Осло.")]
    public void A_date_is_fronted_only_where_one_verb_can_own_it(string sentence, string? expected) => Assert.Equal(expected, DateFronting.OrNull(sentence));

    [Theory]
    [InlineData("The NPU has a budget.", "The Northern Ports Union has a budget.")]
    [InlineData("The Northern Ports Union has a budget.", "The NPU has a budget.")]
    [InlineData("The Northern Ports Union (NPU) has a budget.", null)]
    [InlineData("The port has a budget.", null)]
    public void An_abbreviation_is_swapped_where_the_passage_explains_it(string sentence, string? expected) =>
        Assert.Equal(expected, AbbreviationSwap.OrNull(sentence, "The Northern Ports Union (NPU) was founded in 1998. " + sentence));

    [Fact]
    public void An_introduction_names_who_says_it_and_when()
    {
        var sentence = EvidenceSentence.Rank(SomePrompts.View("Who?", "The council met in Oslo again."))[0];

        Assert.Equal("According to TASS (24 June 2024), the council met in Oslo again.", Attribution.OrNull(sentence.Text, sentence.Passage));
        Assert.Equal("TASS, 24 June 2024: The council met in Oslo again.", Attribution.HeadedOrNull(sentence.Text, sentence.Passage));
    }

    [Fact]
    public void Sentences_are_verbatim_and_not_cut_at_abbreviations()
    {
        const string Text = "He met Mr. Berg and A. Lund in St. Petersburg on 5 May. В 2021 г. Совет собрался в г. Минске снова. What did they say? Heading\n\"We agreed,\" he said.";

        var sentences = Sentences.Of(Text);

        Assert.Equal(["He met Mr. Berg and A. Lund in St. Petersburg on 5 May.", "В 2021 г. Совет собрался в г. Минске снова.", "\"We agreed,\" he said."], sentences);
    }
}
