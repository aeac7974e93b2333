using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class SourceListTests
{
    [Theory]
    [InlineData("English", "[1][2] A report — TASS, 24 June 2024, p. 4, 7\n[3] A report — TASS, 24 June 2024, “Members”, p. 9")]
    [InlineData("Russian", "[1][2] A report — TASS, 24 июня 2024, с. 4, 7\n[3] A report — TASS, 24 июня 2024, “Members”, с. 9")]
    public void Pages_and_headings_follow_the_part_that_is_cited(string language, string expected)
    {
        var list = SourceList.Of(
            [Some.Citation(1) with { Page = 7, Heading = "A report" }, Some.Citation(2) with { Page = 4, Heading = "A report" }, Some.Citation(3) with { Page = 9, Heading = "Members" }],
            Enum.Parse<Language>(language));

        Assert.Equal(expected, list.Plain);
    }

    [Fact]
    public void A_long_heading_is_cut()
    {
        var list = SourceList.Of([Some.Citation() with { Heading = new string('x', 500) }], Language.English);

        Assert.EndsWith($"“{new string('x', 59)}…”", list.Plain, StringComparison.Ordinal);
    }
}
