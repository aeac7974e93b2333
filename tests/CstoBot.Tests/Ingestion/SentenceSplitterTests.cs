using CstoBot.Ingestion;
using Xunit;

namespace CstoBot.Tests.Ingestion;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. Two! Three? Four", "One.|Two!|Three?|Four")]
    [InlineData("He met I. Tasmagambetov in St. Petersburg. They talked.", "He met I. Tasmagambetov in St. Petersburg.|They talked.")]
    [InlineData("И. Тасмагамбетов приехал в г. Минск. Он выступил.", "И. Тасмагамбетов приехал в г. Минск.|Он выступил.")]
    [InlineData("The U.N. General Assembly met. It voted.", "The U.N. General Assembly met.|It voted.")]
    [InlineData("Mr. Smith and Gen. Lee spoke. No. 5 won.", "Mr. Smith and Gen. Lee spoke.|No. 5 won.")]
    [InlineData("It costs 3.14 million. It grew.", "It costs 3.14 million.|It grew.")]
    [InlineData("Cronos.Asia reported it. Then more.", "Cronos.Asia reported it.|Then more.")]
    [InlineData("“It is so.” He left.", "“It is so.”|He left.")]
    [InlineData("«Это так.» Он ушёл.", "«Это так.»|Он ушёл.")]
    [InlineData("He said… and went on.", "He said… and went on.")]
    [InlineData("Really?! Yes.", "Really?!|Yes.")]
    [InlineData("One.\u00A0Two.", "One.|Two.")]
    [InlineData("One.\nTwo.", "One.|Two.")]
    [InlineData("It met on Nov. 23 in Minsk. Then it closed.", "It met on Nov. 23 in Minsk.|Then it closed.")]
    [InlineData("Участвовали Россия, Беларусь и др. Встреча прошла в 2024 г. в Минске.", "Участвовали Россия, Беларусь и др. Встреча прошла в 2024 г. в Минске.")]
    [InlineData("no marks at all here", "no marks at all here")]
    [InlineData(".", ".")]
    [InlineData("...", "...")]
    public void Sentences_end_where_a_reader_ends_them(string text, string expected) => Assert.Equal(expected, string.Join('|', Split(text)));

    [Fact]
    public void Only_the_given_paragraph_is_divided()
    {
        var text = "Before. One. Two. After.";

        var sentences = SentenceSplitter.Split(text, new TextSpan(8, 9));

        Assert.Equal(["One.", "Two."], sentences.Select(span => span.Of(text)));
    }

    [Fact]
    public void A_paragraph_without_marks_is_cut_between_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 1_000));

        var sentences = Split(text);

        Assert.All(sentences, sentence => Assert.True(sentence.Length <= SentenceSplitter.MaxLength));
        Assert.All(sentences, sentence => Assert.All(sentence.Split(' '), word => Assert.Equal("word", word)));
        Assert.Equal(text, string.Join(' ', sentences));
    }

    [Fact]
    public void A_cut_never_halves_a_character()
    {
        var text = "x" + string.Concat(Enumerable.Repeat("😀", 1_500));

        var sentences = Split(text);

        Assert.Equal(text, string.Concat(sentences));
        Assert.All(sentences, sentence => Assert.False(char.IsLowSurrogate(sentence[0]) || char.IsHighSurrogate(sentence[^1])));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("word ")]
    [InlineData(".")]
    [InlineData("!)")]
    [InlineData("… ")]
    [InlineData("A.")]
    [InlineData(" - ")]
    [InlineData("x. (")]
    public void A_line_of_five_megabytes_is_divided(string repeated)
    {
        var text = "Begin. " + string.Concat(Enumerable.Repeat(repeated, 5_000_000 / repeated.Length)) + "x";

        var sentences = SentenceSplitter.Split(text, new TextSpan(0, text.Length));

        Assert.NotEmpty(sentences);
    }

    private static IReadOnlyList<string> Split(string text) =>
        SentenceSplitter.Split(text, new TextSpan(0, text.Length).Trim(text)).Select(span => span.Of(text)).ToList();
}
