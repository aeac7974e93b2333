using System.Globalization;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;

namespace CstoBot.Cli;

/// <summary>A change of the sources from the terminal: its progress, and what came of it.</summary>
internal static class SourcesChange
{
    private const int Failure = 1;

    // More would scroll the figures away.
    private const int NamesShown = 20;

    /// <summary>Carries a change out and prints its summary.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IServiceProvider provider, CorpusChange change, CancellationToken cancellationToken)
    {
        var run = provider.GetRequiredService<ICorpusChanges>().Start(change, new CorpusRequester(CorpusCause.Terminal));
        await using var stopping = cancellationToken.Register(run.Cancel);
        var terminal = Console.IsErrorRedirected ? null : Console.Error;
        switch (await CorpusProgressLine.FollowAsync(run, terminal, provider.GetRequiredService<TimeProvider>()))
        {
            case CorpusOutcome.Done(var report):
                foreach (var line in Summary(report))
                {
                    await Console.Out.WriteLineAsync(TerminalText.Clean(line));
                }

                return 0;
            case CorpusOutcome.NeedsConfirmation(var removed, var total):
                await Console.Error.WriteLineAsync(
                    $"{removed} of {total} documents are gone from the sources, so nothing was changed. If that is meant, say: cstobot sources reload --yes");
                return Failure;
            case CorpusOutcome.Cancelled:
                await Console.Error.WriteLineAsync("Stopped; nothing was changed.");
                return Failure;
            case CorpusOutcome.Failed(var reason):
                throw new SourcesUnavailableException(reason);
            default:
                throw new InvalidOperationException("An outcome of a change is not known.");
        }
    }

    public static IEnumerable<string> Summary(ReloadReport report)
    {
        foreach (var (what, names) in new[] { ("added", report.Added), ("changed", report.Changed), ("removed", report.Removed) })
        {
            foreach (var name in names.Take(NamesShown))
            {
                yield return $"{what}: {name}";
            }

            if (names.Count > NamesShown)
            {
                yield return $"{what}: and {names.Count - NamesShown} more";
            }
        }

        foreach (var failure in report.Failed)
        {
            yield return $"not read: {failure.Name} {failure.Reason}";
        }

        if (report.Effect is { } effect)
        {
            var before = effect.Before is { } earlier ? string.Create(CultureInfo.InvariantCulture, $"{earlier:0.000} -> ") : "";
            yield return string.Create(CultureInfo.InvariantCulture, $"accuracy on the evaluation questions: {before}{effect.After:0.000}");
        }

        var state = report.ChangedNothing ? "nothing changed; version" : "now in use: version";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{state} {report.Number} ({report.CorpusVersion}): {report.Added.Count} added, {report.Changed.Count} changed, {report.Removed.Count} removed, {report.Unchanged} unchanged, {report.Failed.Count} not read; {report.Chunks} chunks, {report.Elapsed.TotalSeconds:0.0} s");
    }
}
