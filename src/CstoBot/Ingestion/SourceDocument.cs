using CstoBot.Conversations;

namespace CstoBot.Ingestion;

/// <summary>One item of a source, read and divided into sections.</summary>
/// <param name="Name">The file's name within its folder; unique in a corpus.</param>
/// <param name="Text">The file as decoded: byte-order mark removed, everything else as it is. All spans point into it.</param>
/// <param name="ContentHash">SHA-256 of the text's UTF-8 bytes, lower-case hex.</param>
internal sealed record SourceDocument(
    string Name,
    string Text,
    string ContentHash,
    DocumentMetadata Metadata,
    IReadOnlyList<Section> Sections)
{
    /// <summary>Where each page begins in the text, the first at 0; empty for a format without pages.</summary>
    public IReadOnlyList<int> PageStarts { get; init; } = [];

    /// <summary>The page, from 1, that a place of the text is on; null for a format without pages.</summary>
    public int? PageOf(int place) => PageStarts.Count == 0 ? null : PageStarts.Count(start => start <= place);

    /// <summary>What to call the document to a person: its title, or else its opening words.</summary>
    public string Label => Metadata.Title ?? $"“{Sections[0].Opening(Text)}”";

    /// <summary>
    /// Which title a part of the document may carry: the document's, where its file or an admin says so; else the section's own heading; else
    /// the document's title, unless that is the heading of another section, as on a page where news items stand above an interview. Null
    /// when nothing names it.
    /// </summary>
    public string? TitleOf(Section section) => Metadata.Origins.Title is MetadataOrigin.File or MetadataOrigin.Admin
        ? Metadata.Title
        : section.Heading ?? (Sections.Any(other => IsTitle(other.Heading)) ? null : Metadata.Title);

    /// <summary>The date that a part of the document states, else the one of the whole; null when neither is stated.</summary>
    public DateOnly? DateOf(Section section) => section.Published ?? Metadata.Published;

    /// <summary>The language that a part of the document is in, by its own letters; the document's where it has none. Null when unknown.</summary>
    public Language? LanguageOf(Section section) => section.Paragraphs
        .Select(paragraph => LanguageDetector.DetectOrNull(paragraph.In(Text)))
        .FirstOrDefault(language => language is not null) ?? Metadata.Language;

    private bool IsTitle(string? heading) =>
        Metadata.Title is { } title && heading is not null && heading.StartsWith(title, StringComparison.Ordinal);
}

/// <summary>What can honestly be said of a document. Null means: neither the text nor the manifest says.</summary>
/// <param name="Published">A date that the text or the manifest states, never an inferred one.</param>
/// <param name="Inferred">What was concluded and not stated, in the manifest's own words; shown only as such. Null when nothing was.</param>
internal sealed record DocumentMetadata(
    string? Title,
    string? Publisher,
    DateOnly? Published,
    Uri? Url,
    Language? Language,
    string? Inferred = null)
{
    public static DocumentMetadata Unknown { get; } = new(null, null, null, null, null);

    /// <summary>Who says so.</summary>
    public MetadataOrigins Origins { get; init; } = MetadataOrigins.Unknown;
}

/// <summary>Where each fact about a document was taken from; null for a fact that is not known.</summary>
internal sealed record MetadataOrigins(
    MetadataOrigin? Title, MetadataOrigin? Publisher, MetadataOrigin? Published, MetadataOrigin? Url, MetadataOrigin? Language)
{
    public static MetadataOrigins Unknown { get; } = new(null, null, null, null, null);
}

/// <summary>Who states a fact about a document.</summary>
internal enum MetadataOrigin
{
    /// <summary>An admin corrected it.</summary>
    Admin,

    /// <summary><c>sources.yaml</c>.</summary>
    Manifest,

    /// <summary>The file's own front matter, page metadata or document properties.</summary>
    File,

    /// <summary>The text states it.</summary>
    Text,

    /// <summary>Nobody does: it was concluded, as the language from the letters.</summary>
    Inferred,
}

/// <summary>A dated or titled part of a document; chunks and quotes never cross its borders.</summary>
/// <param name="Heading">The section's own heading; null when it has none.</param>
/// <param name="Subtitle">Further heading lines below the first; null when there are none.</param>
/// <param name="Published">The date the section itself states; null when it states none.</param>
/// <param name="Speaker">Who answers in an interview; null when the text is a report.</param>
/// <param name="Question">What the interviewer asked; it is not a statement of the speaker. Null outside interviews.</param>
/// <param name="Paragraphs">The section's content in order, navigation left out; never empty.</param>
internal sealed record Section(
    string? Heading,
    string? Subtitle,
    DateOnly? Published,
    string? Speaker,
    TextSpan? Question,
    IReadOnlyList<TextSpan> Paragraphs)
{
    private const int OpeningLength = 60;

    /// <summary>Where the section's own heading lines stand; empty when it has none or goes on under another section's.</summary>
    public IReadOnlyList<TextSpan> HeadingLines { get; init; } = [];

    /// <summary>From the heading or the question to the end of the last paragraph.</summary>
    public TextSpan Span => TextSpan.FromBounds(
        Math.Min(HeadingLines.Count > 0 ? HeadingLines[0].Start : int.MaxValue, Question?.Start ?? Paragraphs[0].Start),
        Paragraphs[^1].End);

    /// <summary>The first words of the section, cut at a word's end.</summary>
    public string Opening(string text)
    {
        var first = Paragraphs[0];
        var opening = Whitespace.Collapse(text.AsSpan(first.Start, Math.Min(first.Length, 4 * OpeningLength)));
        if (opening.Length <= OpeningLength)
        {
            return opening;
        }

        var end = opening.LastIndexOf(' ', OpeningLength);
        end = end > 0 ? end : OpeningLength;
        return opening[..(char.IsHighSurrogate(opening[end - 1]) ? end - 1 : end)] + "…";
    }
}
