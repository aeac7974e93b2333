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
}

/// <summary>How many of the evaluation questions are answered right, from 0 to 1.</summary>
/// <param name="Before">With the version before; null when there was none.</param>
internal sealed record EvaluationEffect(double? Before, double After);
