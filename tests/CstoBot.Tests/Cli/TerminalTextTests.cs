using CstoBot.Cli;
using Xunit;

namespace CstoBot.Tests.Cli;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("we ird\u202Egpj.txt", "we irdgpj.txt")]
    [InlineData("\u2066a\u2069\u001b[31m\r\n\tb", "a[31m\n\tb")]
    [InlineData("שלום \u200F«ОДКБ» 😀", "שלום \u200F«ОДКБ» 😀")]
    public void What_would_steer_a_terminal_or_deceive_the_eye_is_left_out(string text, string expected) =>
        Assert.Equal(expected, TerminalText.Clean(text));
}
