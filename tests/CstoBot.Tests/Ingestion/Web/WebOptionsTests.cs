using CstoBot.Ingestion.Web;
using Xunit;

namespace CstoBot.Tests.Ingestion.Web;

public sealed class WebOptionsTests
{
    [Theory]
    [InlineData("", "CstoBot")]
    [InlineData("example.org", "CstoBot/1.0")]
    [InlineData("example.org, *.example.net,пример.рф", "CstoBot (+https://example.org/bot)")]
    public void Good_settings_pass(string hosts, string userAgent) =>
        Assert.True(new WebOptionsValidator().Validate(null, new WebOptions { AllowedHosts = hosts, UserAgent = userAgent }).Succeeded);

    [Theory]
    [InlineData("*", "CstoBot")]
    [InlineData("https://example.org", "CstoBot")]
    [InlineData("example.org,", "CstoBot")]
    [InlineData("example.org evil.example", "CstoBot")]
    [InlineData("", "Mozilla/5.0")]
    [InlineData("", "CstoBot\r\nX-Evil: 1")]
    [InlineData("", "CstoBot (\r\n)")]
    public void Others_stop_the_start(string hosts, string userAgent) =>
        Assert.True(new WebOptionsValidator().Validate(null, new WebOptions { AllowedHosts = hosts, UserAgent = userAgent }).Failed);
}
