namespace CstoBot.Ingestion;

/// <summary>Reads the sources anew while the bot goes on answering.</summary>
internal interface ISourceReload
{
    Task<ReloadReport> ReloadAsync(CancellationToken cancellationToken);
}
