using CstoBot.Cli;
using Xunit;

namespace CstoBot.Tests.Cli;

public sealed class ProgressLineTests
{
    [Fact]
    public void It_is_one_line_that_is_gone_at_the_end()
    {
        using var terminal = new StringWriter();

        using (var progress = new ProgressLine(12, terminal, isShown: true))
        {
            progress.Report(1);
            progress.Report(12);
        }

        Assert.Equal($"\r1 of 12 questions\r12 of 12 questions\r{new string(' ', 18)}\r", terminal.ToString());
    }

    [Fact]
    public void Nothing_is_written_where_nobody_looks()
    {
        using var terminal = new StringWriter();

        using (var progress = new ProgressLine(12, terminal, isShown: false))
        {
            progress.Report(1);
        }

        Assert.Empty(terminal.ToString());
    }
}
