using CstoBot.Ingestion;
using Xunit;

namespace CstoBot.Tests.Ingestion;

public sealed class ParagraphSplitterTests
{
    [Theory]
    [InlineData("One.\n\nTwo.", "One.|Two.")]
    [InlineData("One.\r\n\r\nTwo.", "One.|Two.")]
    [InlineData("One.\rTwo.", "One.|Two.")]
    [InlineData("One.\n   \t\nTwo.", "One.|Two.")]
    [InlineData("One.\n\n\n\n\nTwo.\n", "One.|Two.")]
    [InlineData("One.\fTwo.", "One.|Two.")]
    [InlineData("  One.  \n", "One.")]
    [InlineData("\u00A0One.\u00A0", "One.")]
    public void A_blank_line_parts_paragraphs(string text, string expected) => Assert.Equal(expected, Split(text));

    [Fact]
    public void A_single_line_break_after_a_full_stop_parts_paragraphs() =>
        Assert.Equal("The first one ends.|The second begins.", Split("The first one ends.\nThe second begins."));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_wrapped_line_goes_on_in_the_same_paragraph(string lineEnd)
    {
        var text = $"The council of the ministers met in the city of Cholpon-Ata on the{lineEnd}shore of the lake.";

        var paragraph = Assert.Single(ParagraphSplitter.Split(text));

        Assert.Equal(text, paragraph.Of(text));
    }

    [Fact]
    public void A_line_wrapped_before_a_name_goes_on_when_it_is_as_long_as_a_line() =>
        Assert.Single(ParagraphSplitter.Split("The regular meeting was held in the city under the chairmanship of\nKyrgyzstan, which hosted it."));

    [Fact]
    public void A_short_line_without_a_mark_is_a_heading_of_its_own() =>
        Assert.Equal("Members|Armenia left.", Split("Members\nArmenia left."));

    [Fact]
    public void A_colon_ends_a_paragraph() => Assert.Equal("The members are:|armenia|belarus".Replace("armenia|belarus", "armenia\nbelarus", StringComparison.Ordinal), Split("The members are:\narmenia\nbelarus"));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\n\r\n\f\n")]
    public void White_space_has_no_paragraphs(string text) => Assert.Empty(ParagraphSplitter.Split(text));

    private static string Split(string text) => string.Join('|', ParagraphSplitter.Split(text).Select(span => span.Of(text)));
}
