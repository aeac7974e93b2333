using System.Diagnostics.Metrics;

namespace CstoBot.Ingestion.Reloading;

/// <summary>Measures changes of the corpus.</summary>
internal static class ReloadTelemetry
{
    // From a folder in which nothing changed to ten thousand documents from nothing.
    private static readonly Histogram<double> Durations =
        Instruments.Seconds("cstobot.reload.duration", "How long a change of the corpus takes, from its beginning to its end.");

    /// <summary>To be called once when a change has ended, however it did.</summary>
    public static void Ended(CorpusRun run, CorpusOutcome outcome, TimeSpan elapsed)
    {
        if (Durations.Enabled)
        {
            Durations.Record(
                elapsed.TotalSeconds,
                new("cstobot.reload.change", Instruments.Word(run.Change.GetType())),
                new("cstobot.reload.cause", Instruments.Word(run.Requester.Cause)),
                new("cstobot.reload.outcome", Instruments.Word(outcome.GetType())));
        }
    }
}
