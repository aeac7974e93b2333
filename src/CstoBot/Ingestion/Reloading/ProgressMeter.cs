namespace CstoBot.Ingestion.Reloading;

/// <summary>Tells how far a change is, at most ten times a second; what is left is estimated from how long the step has taken so far.</summary>
internal sealed class ProgressMeter(CorpusRun run, TimeProvider time) : IProgress<int>, IProgress<Indexed>
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private CorpusPhase phase;
    private int total;
    private int done;
    private int chunks;
    private long began;
    private long told;

    /// <summary>A new step.</summary>
    public void Begin(CorpusPhase next, int documents)
    {
        lock (gate)
        {
            (phase, total, done, began) = (next, documents, 0, time.GetTimestamp());
            Tell();
        }
    }

    /// <summary>One more is done.</summary>
    public void Advance()
    {
        lock (gate)
        {
            done++;
            TellNowAndThen();
        }
    }

    /// <param name="value">How many are done.</param>
    public void Report(int value)
    {
        lock (gate)
        {
            done = value;
            TellNowAndThen();
        }
    }

    public void Report(Indexed value)
    {
        lock (gate)
        {
            (done, chunks) = (value.Documents, value.Chunks);
            TellNowAndThen();
        }
    }

    private void TellNowAndThen()
    {
        if (time.GetElapsedTime(told) >= Step)
        {
            Tell();
        }
    }

    private void Tell()
    {
        told = time.GetTimestamp();
        TimeSpan? remaining = done > 0 ? time.GetElapsedTime(began) * ((double)Math.Max(0, total - done) / done) : null;
        run.Progress = new CorpusProgress(phase, done, total, chunks, remaining);
    }
}
