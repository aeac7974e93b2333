using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class DateTextTests
{
    [Theory]
    [InlineData(false, "24 June 2024")]
    [InlineData(true, "24 июня 2024")]
    public void Writes_a_date_as_people_do(bool russian, string expected) =>
        Assert.Equal(expected, DateText.Of(new DateOnly(2024, 6, 24), russian ? Language.Russian : Language.English));

    [Theory]
    [InlineData(false, "undated")]
    [InlineData(true, "без даты")]
    public void Says_that_there_is_no_date(bool russian, string expected) =>
        Assert.Equal(expected, DateText.Of(null, russian ? Language.Russian : Language.English));
}
