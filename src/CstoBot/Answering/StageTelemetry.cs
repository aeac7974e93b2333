using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CstoBot.Answering;

/// <summary>The stages of a question's path, as they are timed.</summary>
internal enum Stage
{
    /// <summary>What is asked, and in which words to look for it.</summary>
    Understanding,
    Retrieval,

    /// <summary>With a model, its statements are verified meanwhile.</summary>
    Composing,
    Verification,
    Moderation,
}

/// <summary>Measures the stages of a question's path, and what goes through them.</summary>
internal static class StageTelemetry
{
    private static readonly Histogram<double> Durations = Instruments.Seconds("cstobot.stage.duration", "How long a stage of a question's path takes.");

    private static readonly Histogram<long> Passages =
        Instruments.Sizes("cstobot.retrieval.passages", "{passage}", "How many passages are found for a question.", 0, 1, 2, 4, 8, 12, 16, 24, 32, 64, 96);

    private static readonly Counter<long> Failures =
        Instruments.Count("cstobot.verification.failures", "{statement}", "Statements that were composed and did not hold.");

    private static readonly Counter<long> ModelAnswers =
        Instruments.Count("cstobot.model.answers", "{answer}", "How answers of the language model ended.");

    /// <summary>To be disposed of when the stage is over.</summary>
    /// <returns>Null when nobody wants to know.</returns>
    public static IDisposable? Begin(Stage stage) => Durations.Enabled || Instruments.AreTracesWanted ? new Timed(stage) : null;

    public static void Found(int passages) => Passages.Record(passages);

    /// <param name="fault">A name of the program's.</param>
    public static void NotVerified(Enum fault, string composer)
    {
        if (Failures.Enabled)
        {
            Failures.Add(1, new("cstobot.verification.fault", Instruments.Word(fault)), new("cstobot.answer.composer", composer));
        }
    }

    public static void ModelEnded(Enum outcome)
    {
        if (ModelAnswers.Enabled)
        {
            ModelAnswers.Add(1, new KeyValuePair<string, object?>("cstobot.model.outcome", Instruments.Word(outcome)));
        }
    }

    private sealed class Timed : IDisposable
    {
        private readonly string stage;
        private readonly Activity? activity;
        private long started = Stopwatch.GetTimestamp();

        public Timed(Stage stage)
        {
            this.stage = Instruments.Word(stage);
            activity = Instruments.Begin(this.stage);
        }

        /// <summary>A second time does nothing.</summary>
        public void Dispose()
        {
            if (Interlocked.Exchange(ref started, 0) is var since and > 0)
            {
                activity?.Dispose();
                Durations.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, new KeyValuePair<string, object?>("cstobot.stage", stage));
            }
        }
    }
}
