using CstoBot.Conversations;
using CstoBot.Composition;
using Xunit;

namespace CstoBot.Tests.Composition;

public sealed class DatePhraseTests
{
    [Theory]
    [InlineData(false, "24 June 2024")]
    [InlineData(true, "24 июня 2024")]
    public void Writes_a_date_as_people_do(bool russian, string expected) =>
        Assert.Equal(expected, PhraseBook.For(russian ? Language.Russian : Language.English).Date(new DateOnly(2024, 6, 24)));

    [Theory]
    [InlineData(false, "undated")]
    [InlineData(true, "без даты")]
    public void Says_that_there_is_no_date(bool russian, string expected) =>
        Assert.Equal(expected, PhraseBook.For(russian ? Language.Russian : Language.English).Date(null));
}
