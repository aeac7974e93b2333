namespace CstoBot.Ingestion.Reloading;

/// <summary>For a program that answers no questions by itself.</summary>
internal sealed class NoTrial : ICorpusTrial
{
    public Task<double?> AccuracyOrNullAsync(IProgress<int> asked, CancellationToken cancellationToken) => Task.FromResult<double?>(null);
}
