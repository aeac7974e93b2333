using CstoBot.Ingestion.Formats.Pdf;
using Xunit;

namespace CstoBot.Tests.Ingestion.Formats;

public sealed class HyphenationTests
{
    [Theory]
    [InlineData("The organi-", "zation met.", "The organi")]
    [InlineData("The socio-", "economic council of an economic union", "The socio-")]
    [InlineData("A humanitarian-", "led humanitarian mission", "A humanitarian-")]
    [InlineData("The decision-", "making (decision-making) of states", "The decision-")]
    [InlineData("Кто-", "то пришёл.", "Кто-")]
    [InlineData("From Minsk-", "Arena they left.", "From Minsk-")]
    [InlineData("A range of 5-", "10 states", "A range of 5- ")]
    public void In_a_document_that_divides_no_words_a_hyphen_with_a_known_word_beside_it_stays(string line, string next, string expected) =>
        Assert.Equal(expected, new Hyphenation([line, next]).End(line, next));

    [Fact]
    public void In_a_document_that_divides_words_both_parts_must_be_words()
    {
        string[] lines = ["The council met. The coun-", "cil agreed on socio-", "economic and economic under-", "takings."];
        var hyphenation = new Hyphenation(lines);

        Assert.Equal("The council met. The coun", hyphenation.End(lines[0], lines[1]));
        Assert.Equal("cil agreed on socio", hyphenation.End(lines[1], lines[2]));
        Assert.Equal("economic and economic under", hyphenation.End(lines[2], lines[3]));
    }

    [Fact]
    public void Where_one_line_of_many_ends_with_a_hyphen_it_is_the_words_own()
    {
        List<string> lines = ["They took socio-", "economic measures.", .. Enumerable.Range(0, 38).Select(number => $"Nothing is divided in line {number}.")];

        Assert.Equal("They took socio-", new Hyphenation(lines).End(lines[0], lines[1]));
        Assert.Equal("They took socio", new Hyphenation(lines[..30]).End(lines[0], lines[1]));
    }
}
