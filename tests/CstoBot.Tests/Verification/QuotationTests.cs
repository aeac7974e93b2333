using CstoBot.Ingestion;
using CstoBot.Verification;
using Xunit;

namespace CstoBot.Tests.Verification;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("It is so.", "It is so.")]
    [InlineData("  It is so. ", "It is so.")]
    [InlineData("“It is so.", "It is so.")]
    [InlineData("It is so.”", "It is so.")]
    [InlineData("“It is so.”", "It is so.")]
    [InlineData("«Это так.»", "Это так.")]
    [InlineData("\"It is so,\" he said.", "\"It is so,\" he said.")]
    [InlineData("“It is so,” he said. “And that too.", "It is so,” he said. “And that too.")]
    [InlineData("The “soft alliance” holds.", "The “soft alliance” holds.")]
    [InlineData("“Soft” and “hard”", "“Soft” and “hard”")]
    [InlineData("\"", "\"")]
    [InlineData("\"\"\"", "\"\"")]
    [InlineData("\" \"", "\"")]
    [InlineData("“a", "“a")]
    [InlineData("## Opening hours", "Opening hours")]
    [InlineData("- to feed the bears,", "to feed the bears,")]
    [InlineData("* * \"Bears\"", "Bears")]
    [InlineData("— Slowly.", "Slowly.")]
    [InlineData("-5 degrees", "-5 degrees")]
    [InlineData("- ", "-")]
    public void Marks_without_their_partner_are_left_out(string text, string tidy) =>
        Assert.Equal(tidy, Quotation.Tidy(text, new TextSpan(0, text.Length)).Of(text));

    [Fact]
    public void A_quote_is_shown_on_one_line_in_quotation_marks() =>
        Assert.Equal("“one two three”", Quotation.Show("one\n two\u00A0\tthree"));

    [Theory]
    [InlineData("“It is so,” he said.", "“‘It is so,’ he said.”")]
    [InlineData("The \"soft alliance\" (\"soft\") holds.", "“The ‘soft alliance’ (‘soft’) holds.”")]
    [InlineData("The «soft» „alliance”", "“The ‘soft’ ‘alliance’”")]
    [InlineData("It is so,” he said.", "“It is so, he said.”")]
    [InlineData("He said, «it is so.", "“He said, it is so.”")]
    [InlineData("A 6\" pipe", "“A 6’ pipe”")]
    [InlineData("It was signed.[4] It holds.", "“It was signed.(4) It holds.”")]
    public void Marks_of_the_quote_are_told_from_the_bots_own(string quote, string shown) => Assert.Equal(shown, Quotation.Show(quote));
}
