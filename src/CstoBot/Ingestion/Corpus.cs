namespace CstoBot.Ingestion;

/// <summary>All documents the bot knows at one moment; immutable, replaced as a whole by a reload.</summary>
/// <param name="Version">Names this state of the corpus: the same documents give the same version.</param>
/// <param name="Failures">Files that could not be read, each with its reason; empty when all could.</param>
internal sealed record Corpus(
    string Version,
    IReadOnlyList<SourceDocument> Documents,
    IReadOnlyList<FailedDocument> Failures)
{
    /// <summary>Counts the versions that were in use, from 1; 0 where none are kept.</summary>
    public int Number { get; init; }

    /// <summary>Of each document, by name.</summary>
    public IReadOnlyDictionary<string, DocumentState> States { get; init; } = new Dictionary<string, DocumentState>();

    /// <summary>Documents left out because an admin removed them.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>When the sources were last read, whether anything had changed or not; null where that is not kept.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}

/// <summary>A file that could not be taken into the corpus.</summary>
/// <param name="Reason">One line for an admin; no text of the document.</param>
internal sealed record FailedDocument(string Name, string Reason)
{
    /// <summary>The file that it is of: another than itself where it is one of an archive.</summary>
    public string File { get; init; } = Name;
}
