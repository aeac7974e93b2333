using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using Xunit;

namespace CstoBot.Tests.Ingestion.Reloading;

/// <summary>The effect of a reload on the evaluation questions.</summary>
public sealed class TrialTests : IDisposable
{
    private readonly SomeChanges changes = new();

    public void Dispose() => changes.Dispose();

    [Fact]
    public async Task The_report_tells_what_the_change_did_to_the_answers()
    {
        changes.Trial = new Scripted(() => changes.Corpus.Number switch { 1 => 0.91, _ => 0.93 });
        changes.Restart();
        changes.Sources.Add("a.txt", "The council met.");

        Assert.Equal(new EvaluationEffect(null, 0.91), (await changes.DoneAsync()).Effect);
        changes.Sources.Add("b.txt", "The committee met.");
        Assert.Equal(new EvaluationEffect(0.91, 0.93), (await changes.DoneAsync()).Effect);
        Assert.Null((await changes.DoneAsync()).Effect);
    }

    private sealed class Scripted(Func<double> accuracy) : ICorpusTrial
    {
        public Task<double?> AccuracyOrNullAsync(IProgress<int> asked, CancellationToken cancellationToken) => Task.FromResult<double?>(accuracy());
    }
}
