using CstoBot.Conversations;

namespace CstoBot.Ingestion;

/// <summary>One item of a source, read and divided into sections.</summary>
/// <param name="Name">The file's name within its folder; unique in a corpus.</param>
/// <param name="Text">The file as decoded: byte-order mark removed, everything else as it is. All spans point into it.</param>
/// <param name="ContentHash">SHA-256 of the text, lower-case hex.</param>
internal sealed record SourceDocument(
    string Name,
    string Text,
    string ContentHash,
    DocumentMetadata Metadata,
    IReadOnlyList<Section> Sections);

/// <summary>What can honestly be said of a document. Null means: neither the text nor the manifest says.</summary>
/// <param name="Published">A date that the text or the manifest states, never an inferred one.</param>
internal sealed record DocumentMetadata(
    string? Title,
    string? Publisher,
    DateOnly? Published,
    Uri? Url,
    Language? Language)
{
    public static DocumentMetadata Unknown { get; } = new(null, null, null, null, null);
}

/// <summary>A dated or titled part of a document; chunks and quotes never cross its borders.</summary>
/// <param name="Start">UTF-16 offset into the document's text.</param>
/// <param name="Length">In UTF-16 code units.</param>
/// <param name="Heading">The section's own heading; null when it has none.</param>
/// <param name="Published">The date the section itself states; null when it states none.</param>
/// <param name="Speaker">Who speaks in an interview; null when the text is a report.</param>
internal sealed record Section(int Start, int Length, string? Heading, DateOnly? Published, string? Speaker);
