namespace CstoBot.Ingestion;

/// <summary>Takes up what changed in the sources, for an admin who asks for it.</summary>
internal interface ISourceReload
{
    /// <summary>Builds a new corpus version and switches to it in one step; one at a time, a second request waits for the first.</summary>
    /// <exception cref="SourcesUnavailableException">There is nothing to load; the corpus in use stays.</exception>
    Task<ReloadReport> ReloadAsync(CancellationToken cancellationToken);
}
