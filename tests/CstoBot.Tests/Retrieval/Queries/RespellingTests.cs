using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Retrieval.Queries;

public sealed class RespellingTests
{
    private static readonly PassageIndex Index = SomeCorpus.Index(
        """
        names: [[CSTO, ОДКБ], [Minsk, Минск], [Lukashenko, Лукашенко], [Mirzoyan, Мирзоян]]
        terms: [[summit, саммит], [security, безопасность], [secretary general, генеральный секретарь]]
        """,
        ["The CSTO summit was held in Minsk. Imangali Tasmagambetov and Nikol Pashinyan spoke of threats and peacekeeping.", "Саммит прошёл в Минске."]);

    [Theory]
    [InlineData("sumit", "summit")]
    [InlineData("summmit", "summit")]
    [InlineData("peaceekpeing", "peacekeeping")]
    [InlineData("threays", "threats")]
    [InlineData("сссаммит", "саммит")]
    [InlineData("безопвсности", "безопасность")]
    [InlineData("секреттарём", "секретарь")]
    [InlineData("Tasmagambetof", "tasmagambetov")]
    public void A_slip_is_read_as_the_word_it_was_meant_to_be(string typed, string word) => Assert.Equal(word, Read($"about {typed}"));

    [Theory]
    [InlineData("Тасмагамбетовым", "tasmagambetov")]
    [InlineData("Пашиняна", "pashinyan")]
    [InlineData("Pashinian", "pashinyan")]
    [InlineData("lukashenka", "лукашенка")]
    public void A_name_is_found_in_the_other_script_and_in_another_romanization(string typed, string name) => Assert.Equal(name, Read($"about {typed}"));

    [Theory]
    [InlineData("kogda budet sammit", "когда будет саммит")]
    [InlineData("kto eto, gde bezopasnost", "кто это где безопасност")]
    [InlineData("rjulf cfvvbn?", "когда саммит")]
    [InlineData("JLR< d Vbycrt", "одкб в минске")]
    [InlineData("ЫГЬЬШЕ", "summit")]
    public void Russian_in_latin_letters_and_the_wrong_layout_are_read(string typed, string read) =>
        Assert.Equal(read, string.Join(' ', Respelling.Read(typed, Index).Select(word => word.Read.Exact)));

    [Theory]
    [InlineData("Mirzoyev")]
    [InlineData("Мирзоев")]
    [InlineData("Lukin")]
    [InlineData("mary")]
    [InlineData("summ")]
    [InlineData("CSTO2")]
    [InlineData("asdfgh qwerty")]
    [InlineData("集団安全保障")]
    public void What_is_like_no_known_word_stays_as_typed(string typed) =>
        Assert.All(Respelling.Read($"about {typed}", Index), word => Assert.Equal(word.Typed, word.Read));

    [Theory]
    [InlineData("no to na summit", "no to na summit")]
    [InlineData("The council of Minsk", "the council of minsk")]
    public void Short_words_beside_known_ones_are_left_alone(string typed, string read) =>
        Assert.Equal(read, string.Join(' ', Respelling.Read(typed, Index).Select(word => word.Read.Exact)));

    [Fact]
    public void A_guess_is_searched_for_beside_the_typed_word_and_weaker()
    {
        var concept = Assert.Single(QueryAnalyzer.Analyze("sumit", Index).Concepts);

        Assert.Equal("sumit", concept.Text);
        Assert.Equal(1, concept.Forms[0].Strength);
        Assert.Equal(["sumit"], concept.Forms[0].Stems);
        Assert.True(concept.Forms.Single(form => form.Stems is ["summit"]).Strength is > 0.5 and < 1);
    }

    [Fact]
    public void The_words_stand_where_they_were_typed()
    {
        const string Question = "а rjulf, будет cfvvbn?";

        Assert.Equal(["а", "rjulf", "будет", "cfvvbn"], Respelling.Read(Question, Index).Select(word => Question[word.Read.Start..word.Read.End]));
    }

    [Theory]
    [InlineData("x", 170)]
    [InlineData("shch", 60)]
    [InlineData("щ", 250)]
    [InlineData("'", 300)]
    public void A_sign_that_is_held_down_is_no_word(string sign, int times)
    {
        var held = string.Concat(Enumerable.Repeat(sign, times));

        Assert.All(Respelling.Read($"{held} summit", Index), word => Assert.Equal(1, word.Certainty));
    }

    private static string Read(string question) => Respelling.Read(question, Index)[^1].Read.Exact;
}
