using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;
using Xunit;

namespace CstoBot.Tests.Retrieval.Analysis;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("members", "member")]
    [InlineData("делегация", "делегации")]
    [InlineData("ДОГОВОР", "договором")]
    [InlineData("ещё", "еще")]
    [InlineData("organization’s", "organization")]
    [InlineData("organization's", "ORGANIZATION")]
    [InlineData("met", "meeting")]
    [InlineData("held", "holds")]
    [InlineData("children", "child")]
    [InlineData("U.N.", "UN")]
    [InlineData("С.Н.Г.", "СНГ")]
    [InlineData("ＣＳＴＯ", "CSTO")]
    [InlineData("２０２４", "2024")]
    [InlineData("oﬃcial", "official")]
    [InlineData("и\u0306од", "йод")]
    [InlineData("е\u0308лка", "ёлка")]
    [InlineData("догово\u0301р", "договор")]
    [InlineData("безо\u00ADпас\u00ADность", "безопасность")]
    [InlineData("sum\u200Dmit", "summit")]
    [InlineData("Tu\u0308rkiye", "Türkiye")]
    public void Spellings_of_one_word_have_one_stem(string one, string other) => Assert.Equal(Stem(one), Stem(other));

    [Theory]
    [InlineData("1.5", "15")]
    [InlineData("7.07.2025", "70.7.2025")]
    [InlineData("Armenia", "Albania")]
    [InlineData("2024", "2025")]
    public void Different_words_and_numbers_stay_apart(string one, string other) => Assert.NotEqual(Stem(one), Stem(other));

    [Fact]
    public void Every_word_knows_where_it_stands()
    {
        var text = "The U.N. and Организация’s “summit”, 2024!";

        var words = TextAnalyzer.Analyze(text).Select(term => text[term.Start..term.End]);

        Assert.Equal(["The", "U.N", "and", "Организация’s", "summit", "2024"], words);
    }

    [Fact]
    public void A_word_that_is_normalized_keeps_its_place()
    {
        var text = "и\u0306од: ＣＳＴＯ, oﬃce";

        Assert.Equal(["и\u0306од", "ＣＳＴＯ", "oﬃce"], TextAnalyzer.Analyze(text).Select(term => text[term.Start..term.End]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("?!… — “”")]
    public void A_text_without_words_has_none(string text) => Assert.Empty(TextAnalyzer.Analyze(text));

    [Theory]
    [InlineData('Ё', 'е')]
    [InlineData('’', '\'')]
    [InlineData('A', 'a')]
    [InlineData('\uD83D', '\uD83D')]
    public void A_character_is_folded(char character, char folded) => Assert.Equal(folded, FoldingFilter.Fold(character));

    [Theory]
    [InlineData("тасмагамбетов", "tasmagambetov")]
    [InlineData("щюъ", "shchyu")]
    [InlineData("ьъ", "")]
    [InlineData("csto", null)]
    [InlineData("ковид19", null)]
    public void Russian_words_are_written_in_latin_letters(string word, string? latin) => Assert.Equal(latin, Transliteration.ToLatinOrNull(word));

    private static string Stem(string text) => Assert.Single(TextAnalyzer.Analyze(text)).Stem;
}
