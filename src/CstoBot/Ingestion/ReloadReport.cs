namespace CstoBot.Ingestion;

/// <summary>What a reload did, by document name.</summary>
/// <param name="Failed">Documents that could not be read; their last good state stays.</param>
internal sealed record ReloadReport(
    string CorpusVersion,
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> Removed,
    int Unchanged,
    IReadOnlyList<FailedDocument> Failed)
{
    /// <param name="before">Null at the first load.</param>
    public static ReloadReport Between(Corpus? before, Corpus after)
    {
        var old = (before?.Documents ?? []).ToDictionary(document => document.Name);
        var names = after.Documents.Select(document => document.Name).ToHashSet();
        var kept = after.Documents.Where(document => old.ContainsKey(document.Name)).ToLookup(document => IsSame(old[document.Name], document));
        return new ReloadReport(
            after.Version,
            after.Documents.Where(document => !old.ContainsKey(document.Name)).Select(document => document.Name).ToList(),
            kept[false].Select(document => document.Name).ToList(),
            old.Keys.Where(name => !names.Contains(name)).ToList(),
            kept[true].Count(),
            after.Failures);
    }

    private static bool IsSame(SourceDocument before, SourceDocument after) =>
        before.ContentHash == after.ContentHash && before.Metadata == after.Metadata;
}
