namespace CstoBot.Ingestion;

/// <summary>All documents the bot knows at one moment; immutable, replaced as a whole by a reload.</summary>
/// <param name="Version">Names this state of the corpus: the same documents give the same version.</param>
/// <param name="Failures">Files that could not be read, each with its reason; empty when all could.</param>
internal sealed record Corpus(
    string Version,
    IReadOnlyList<SourceDocument> Documents,
    IReadOnlyList<FailedDocument> Failures);

/// <summary>A file that could not be taken into the corpus.</summary>
/// <param name="Reason">One line for an admin; no text of the document.</param>
internal sealed record FailedDocument(string Name, string Reason);
