namespace CstoBot.Ingestion.Formats;

/// <summary>What a file says, as plain text, with what its format tells of it.</summary>
/// <param name="Text">Every span of the document points into it. Kept with the document, for the file itself may not be text.</param>
/// <param name="Stated">What the file says of itself: front matter, a page's metadata, document properties.</param>
/// <param name="Headings">The lines that the format marks as headings, in order; null for a format that marks none, as plain text.</param>
/// <param name="PageStarts">Where each page begins, the first at 0; empty for a format without pages.</param>
internal sealed record ExtractedText(
    string Text,
    DocumentMetadata Stated,
    IReadOnlyList<HeadingLine>? Headings,
    IReadOnlyList<int> PageStarts);

/// <param name="Level">1 for the highest.</param>
internal readonly record struct HeadingLine(TextSpan Span, int Level);
