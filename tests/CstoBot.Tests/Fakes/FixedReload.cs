using CstoBot.Ingestion;

namespace CstoBot.Tests.Fakes;

/// <summary>A reload that finds one new document.</summary>
internal sealed class FixedReload : ISourceReload
{
    private int times;

    public int Times => times;

    public Task<ReloadReport> ReloadAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref times);
        return Task.FromResult(new ReloadReport("v2", ["new <one>.txt"], [], [], 4, [new FailedDocument("bad.txt", "not UTF-8")]));
    }
}
