using System.Text;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class ButtonDataTests
{
    private static readonly ButtonData[] All =
    [
        new ButtonData.ShowCitation(long.MaxValue, int.MaxValue), new ButtonData.BackToQuote(long.MaxValue, int.MaxValue),
        new ButtonData.TurnTo(long.MaxValue, int.MaxValue, int.MaxValue, "0123abcd"), new ButtonData.Rate(7, Vote.Up), new ButtonData.Rate(7, Vote.Down),
        .. Enum.GetValues<VoteReason>().Select(reason => new ButtonData.GiveReason(long.MaxValue, reason)), new ButtonData.NoReason(7),
        new ButtonData.ShowMore(0), new ButtonData.AskNext(long.MaxValue, int.MaxValue), new ButtonData.Close(),
        new ButtonData.StopWriting(long.MaxValue),
    ];

    [Fact]
    public void Comes_back_as_it_went_and_fits_64_bytes()
    {
        Assert.All(All, data => Assert.Equal(data, ButtonData.ParseOrNull(data.ToString())));
        Assert.All(All, data => Assert.InRange(Encoding.UTF8.GetByteCount(data.ToString()!), 1, 64));
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
    [InlineData("r:1:9")]
    [InlineData("p:1:1:1:")]
    [InlineData("p:1:1:1:123456789")]
    [InlineData("p:1:1:-1:abcd")]
    [InlineData("q:1:01")]
    [InlineData("m:1:1")]
    public void Anything_else_is_no_button_of_ours(string? data) => Assert.Null(ButtonData.ParseOrNull(data));

    [Fact]
    public void What_is_read_from_any_text_says_just_that_text()
    {
        var known = All.Select(data => data.ToString()!).ToArray();
        var piece = Gen.OneOf(Gen.Elements("c", "b", "p", "f", "r", "n", "m", "q", "s", "x", ":", "0", "1", "7", "+", "-", " ", "a", "\u0661", "\n"), Gen.Elements(known));
        var near = Gen.ListOf(piece).Select(string.Concat);
        var any = Gen.OneOf(near, ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? ""));

        Prop.ForAll(Arb.From(any), text => ButtonData.ParseOrNull(text) is not { } data || data.ToString() == text).QuickCheckThrowOnFailure();
    }
}
