using CstoBot.Conversations;
using CstoBot.Moderation.Gaps;
using CstoBot.Retrieval;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Moderation.Gaps;

public sealed class GapTermsTests
{
    [Theory]
    [InlineData("What is the salary of the CSTO Secretary General?", "Какая зарплата у генерального секретаря ОДКБ?")]
    [InlineData("Who wrote the CSTO anthem?", "who wrote the anthem")]
    [InlineData("How many tanks have the CSTO forces?", "tanks forces")]
    public void The_same_in_other_words_is_alike(string one, string other) =>
        Assert.True(Of(one).LikenessTo(Of(other)) >= GapClusters.LeastLikeness, $"{Of(one).Key} / {Of(other).Key}");

    [Theory]
    [InlineData("Who attended the summit in 2019?", "Who attended the summit in 2020?")]
    [InlineData("What is the population of Minsk?", "What is the population of Yerevan?")]
    [InlineData("Сколько лет Тасмагамбетову?", "Сколько лет Лукашенко?")]
    [InlineData("Who wrote the anthem?", "Who designed the emblem?")]
    [InlineData("Who?", "Tanks?")]
    public void Other_names_numbers_or_subjects_are_not(string one, string other) =>
        Assert.True(Of(one).LikenessTo(Of(other)) < GapClusters.LeastLikeness, $"{Of(one).Key} / {Of(other).Key}");

    [Fact]
    public void A_follow_up_is_about_what_it_goes_on_with()
    {
        var terms = GapTerms.Of(new StandaloneQuestion("And the emblem?", "Who painted the anthem?"), SomeCorpus.Seeds);

        Assert.Equal(Of("anthem paint emblem").All, terms.All);
    }

    [Fact]
    public void Any_text_has_terms_of_some_kind()
    {
        Assert.Empty(Of("").All);
        Assert.Equal(1, Of("still always big").LikenessTo(Of("big still always")));
        Assert.Matches("^[0-9a-f]{4}$", Of("").Mark);
        Assert.NotEqual(Of("anthem").Mark, Of("emblem").Mark);
    }

    private static GapTerms Of(string question, PassageIndex? index = null) => GapTerms.Of(new StandaloneQuestion(question, null), index ?? SomeCorpus.Seeds);
}
