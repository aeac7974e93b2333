namespace CstoBot.Ingestion.Versions;

/// <summary>The documents as they were, for citations made from earlier versions.</summary>
internal interface IDocumentArchive
{
    /// <summary>The latest kept versions, the one in use first.</summary>
    Task<IReadOnlyList<CorpusVersion>> VersionsAsync(CancellationToken cancellationToken);

    /// <summary>The document of this name and content; null when no kept version holds it.</summary>
    Task<SourceDocument?> FindOrNullAsync(string name, string contentHash, CancellationToken cancellationToken);
}
