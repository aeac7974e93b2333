using CstoBot.Composition;
using CstoBot.Ingestion;
using Xunit;

namespace CstoBot.Tests.Composition;

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
    public void Marks_without_their_partner_are_left_out(string text, string tidy) =>
        Assert.Equal(tidy, Quotation.Tidy(text, new TextSpan(0, text.Length)).Of(text));

    [Fact]
    public void A_quote_is_shown_on_one_line_in_quotation_marks() =>
        Assert.Equal("“one two three”", Quotation.Show("one\n two\u00A0\tthree"));
}
