namespace CstoBot.Ingestion.Reloading;

/// <summary>Tries out how well the version in use answers.</summary>
internal interface ICorpusTrial
{
    /// <summary>The share of the evaluation questions that are answered right, from 0 to 1; null when none are configured, or they cannot be used.</summary>
    Task<double?> AccuracyOrNullAsync(IProgress<int> asked, CancellationToken cancellationToken);
}
