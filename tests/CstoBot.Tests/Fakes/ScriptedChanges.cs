using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;

namespace CstoBot.Tests.Fakes;

/// <summary>Changes of a corpus that go as a test says. A reload finds one new document unless told otherwise; any other change must be expected.</summary>
internal sealed class ScriptedChanges : ICorpusChanges
{
    public static readonly ReloadReport Report = new("v2", ["new <one>.txt"], [], [], 4, [new FailedDocument("bad.txt", "not UTF-8")])
    {
        Number = 2,
        Chunks = 40,
        Elapsed = TimeSpan.FromSeconds(1.5),
    };

    private readonly Lock gate = new();
    private readonly List<CorpusRun> runs = [];

    public event Action<CorpusRun>? Began;

    /// <summary>How a change ends at once; null for one that goes on until the test ends it.</summary>
    public Func<CorpusChange, CorpusOutcome?> Ends { get; set; } = change =>
        change is CorpusChange.Reload ? new CorpusOutcome.Done(Report) : throw new InvalidOperationException($"{change} was not expected.");

    public IReadOnlyList<CorpusRun> Runs
    {
        get
        {
            lock (gate)
            {
                return [.. runs];
            }
        }
    }

    public CorpusRun? CurrentOrNull => Runs.FirstOrDefault(run => !run.Completion.IsCompleted);

    public CorpusRun Start(CorpusChange change, CorpusRequester requester)
    {
        CorpusRun run;
        lock (gate)
        {
            if (change is CorpusChange.Reload && runs.Find(other => other.Change is CorpusChange.Reload && !other.Completion.IsCompleted) is { } underWay)
            {
                return underWay;
            }

            run = new CorpusRun(change, requester, new CancellationTokenSource());
            runs.Add(run);
        }

        Began?.Invoke(run);
        if (Ends(change) is { } outcome)
        {
            run.Complete(outcome);
        }

        return run;
    }
}
