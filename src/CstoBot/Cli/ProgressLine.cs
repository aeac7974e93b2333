namespace CstoBot.Cli;

/// <summary>One line on a terminal that says how far a long piece of work is; it is gone when the work is done.</summary>
internal sealed class ProgressLine(int total, TextWriter terminal, bool isShown) : IProgress<int>, IDisposable
{
    public void Report(int value)
    {
        if (isShown)
        {
            terminal.Write($"\r{Line(value)}");
        }
    }

    public void Dispose()
    {
        if (isShown)
        {
            terminal.Write($"\r{new string(' ', Line(total).Length)}\r");
        }
    }

    private string Line(int done) => $"{done} of {total} questions";
}
