using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CstoBot.Ingestion.Reloading;
using Xunit;

namespace CstoBot.Tests.Operations;

public sealed class ReloadTelemetryTests
{
    [Fact]
    public void A_change_of_the_corpus_is_measured_with_its_cause_and_its_end_and_without_its_documents()
    {
        var recorded = new ConcurrentQueue<(double Seconds, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "cstobot.reload.duration")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
            recorded.Enqueue((seconds, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")))));
        listener.Start();
        using var cancelled = new CancellationTokenSource();

        ReloadTelemetry.Ended(
            new CorpusRun(new CorpusChange.Remove("secret plan.txt"), new CorpusRequester(CorpusCause.Admin, UserId: 4711), cancelled),
            new CorpusOutcome.Failed("secret plan.txt is no document"),
            TimeSpan.FromSeconds(2.5));

        Assert.Contains((2.5, "cstobot.reload.change=remove cstobot.reload.cause=admin cstobot.reload.outcome=failed"), recorded);
        Assert.DoesNotContain(recorded, found => found.Tags.Contains("secret", StringComparison.Ordinal) || found.Tags.Contains("4711", StringComparison.Ordinal));
    }
}
