namespace CstoBot.Cli;

/// <summary>Lines of a file that are not what they should be: each is told in one line, the others go on, and the exit code remembers.</summary>
internal sealed class WrongLines(TextWriter error)
{
    private int count;

    /// <summary>1 when a line was wrong, else 0.</summary>
    public int ExitCode => Math.Min(count, 1);

    /// <param name="wrong">Its message names the line.</param>
    public void Report(Exception wrong)
    {
        Interlocked.Increment(ref count);
        error.WriteLine(TerminalText.Clean(wrong.Message));
    }
}
