namespace CstoBot.Ingestion;

/// <summary>Loads the sources when a program starts.</summary>
internal interface ISourceReload
{
    /// <summary>Takes up the version kept from before and what changed in the folder since. Where that fails, the version kept from before stays in use.</summary>
    /// <exception cref="SourcesUnavailableException">There is nothing to answer from.</exception>
    Task<ReloadReport> ReloadAsync(CancellationToken cancellationToken);
}
