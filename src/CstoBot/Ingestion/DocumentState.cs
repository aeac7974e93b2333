namespace CstoBot.Ingestion;

/// <summary>What the bot knows of a document beside its content.</summary>
/// <param name="ReadAt">When its present content was taken in.</param>
/// <param name="Failure">Why its newer state could not be read; the content is the last good one. Null when all is well.</param>
/// <param name="Correction">What admins corrected; null when nothing.</param>
internal sealed record DocumentState(DocumentOrigin Origin, DateTimeOffset ReadAt, string? Failure, DocumentMetadata? Correction);

/// <summary>Where a document comes from.</summary>
internal enum DocumentOrigin
{
    Folder,
    Upload,
    WebPage,
}
