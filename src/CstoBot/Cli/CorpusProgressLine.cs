using System.Globalization;
using CstoBot.Ingestion.Reloading;

namespace CstoBot.Cli;

/// <summary>One line on a terminal that says how far a change of the sources is; it is gone when the change has ended.</summary>
internal static class CorpusProgressLine
{
    private const int BarLength = 24;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    /// <param name="terminal">Null where nobody looks.</param>
    public static async Task<CorpusOutcome> FollowAsync(CorpusRun run, TextWriter? terminal, TimeProvider time)
    {
        var width = 0;
        while (!run.Completion.IsCompleted && terminal is not null)
        {
            var line = Line(run.Progress);
            await terminal.WriteAsync($"\r{line.PadRight(width)}");
            width = line.Length;
            await Task.WhenAny(run.Completion, Task.Delay(Step, time));
        }

        if (width > 0)
        {
            await terminal!.WriteAsync($"\r{new string(' ', width)}\r");
        }

        return await run.Completion;
    }

    public static string Line(CorpusProgress progress)
    {
        var done = progress.Total == 0 ? 0 : Math.Clamp(progress.Documents * BarLength / progress.Total, 0, BarLength);
        var chunks = progress.Chunks > 0 ? string.Create(CultureInfo.InvariantCulture, $", {progress.Chunks} chunks") : "";
        var left = progress.Remaining is { } remaining ? string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling(remaining.TotalSeconds):0} s left") : "";
        return progress.Phase switch
        {
            CorpusPhase.Waiting => "Waiting for another change of the sources to end …",
            CorpusPhase.Reading => string.Create(CultureInfo.InvariantCulture, $"[{Bar(done)}] reading: {progress.Documents} of {progress.Total} files{left}"),
            CorpusPhase.Indexing => string.Create(CultureInfo.InvariantCulture, $"[{Bar(done)}] indexing: {progress.Documents} of {progress.Total} documents{chunks}{left}"),
            CorpusPhase.Evaluating => string.Create(CultureInfo.InvariantCulture, $"Asking the evaluation questions: {progress.Documents}"),
            CorpusPhase.Done => "",
            _ => throw new InvalidOperationException(progress.Phase.ToString()),
        };
    }

    private static string Bar(int done) => new string('#', done) + new string('.', BarLength - done);
}
