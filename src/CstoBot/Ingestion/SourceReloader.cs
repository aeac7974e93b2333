namespace CstoBot.Ingestion;

/// <summary>What a reload did, by document name.</summary>
/// <param name="Failed">Documents that could not be read; their last good state stays.</param>
internal sealed record ReloadReport(
    string CorpusVersion,
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> Removed,
    int Unchanged,
    IReadOnlyList<FailedDocument> Failed);
