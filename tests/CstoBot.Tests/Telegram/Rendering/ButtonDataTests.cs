using System.Text;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class ButtonDataTests
{
    [Fact]
    public void Comes_back_as_it_went_and_fits_64_bytes()
    {
        ButtonData[] all = [new ButtonData.ShowCitation(long.MaxValue, int.MaxValue), new ButtonData.Rate(7, Vote.Up), new ButtonData.Rate(7, Vote.Down), new ButtonData.Close()];

        Assert.All(all, data => Assert.Equal(data, ButtonData.ParseOrNull(data.ToString())));
        Assert.All(all, data => Assert.InRange(Encoding.UTF8.GetByteCount(data.ToString()!), 1, 64));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("c:1")]
    [InlineData("c:-1:1")]
    [InlineData("c:99999999999999999999:1")]
    [InlineData("f:1:x")]
    [InlineData("c: 1:1")]
    [InlineData("x:1")]
    public void Anything_else_is_no_button_of_ours(string? data) => Assert.Null(ButtonData.ParseOrNull(data));
}
