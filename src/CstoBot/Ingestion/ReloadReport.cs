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
    /// <summary>Of the version in use now (<see cref="Corpus.Number"/>).</summary>
    public int Number { get; init; }

    /// <summary>Of the whole corpus.</summary>
    public int Chunks { get; init; }

    public TimeSpan Elapsed { get; init; }

    /// <summary>What it did to the answers; null when no evaluation questions are configured.</summary>
    public EvaluationEffect? Effect { get; init; }

    /// <summary>Whether the documents are the same as before, and the version with them.</summary>
    public bool ChangedNothing => Added.Count + Changed.Count + Removed.Count == 0;

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

/// <summary>How many of the evaluation questions are answered right, from 0 to 1.</summary>
/// <param name="Before">With the version before; null when there was none.</param>
internal sealed record EvaluationEffect(double? Before, double After);
