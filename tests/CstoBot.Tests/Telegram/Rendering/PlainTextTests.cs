using CstoBot.Telegram.Rendering;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("as it is: ё, 😀, عربى\t\n", "as it is: ё, 😀, عربى\t\n")]
    [InlineData("bell\a null\0 escape\u001b c1\u0085", "bell null escape c1")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("evil\u202Etxt.exe\u202C \u2067x\u2069", "eviltxt.exe x")]
    [InlineData("marks stay: \u200F\u200E", "marks stay: \u200F\u200E")]
    public void Removes_what_cannot_or_must_not_be_shown(string text, string expected) =>
        Assert.Equal(expected, PlainText.Clean(text));

    [Fact]
    public void Replaces_half_of_a_surrogate_pair() => Assert.Equal("a\uFFFDb", PlainText.Clean("a\ud83db"));

    [Fact]
    public void Shortens_between_visible_characters()
    {
        Assert.Equal("abc", PlainText.Shorten("abc", 3));
        Assert.Equal("ab…", PlainText.Shorten("abcd", 3));
        Assert.Equal("a…", PlainText.Shorten("a\ud83d\ude00bc", 3));
        Assert.Equal("…", PlainText.Shorten("e\u0301\u0301\u0301\u0301", 3));
    }
}
