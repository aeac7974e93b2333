using System.Security.Cryptography;
using System.Text;
using CstoBot.Conversations;
using CstoBot.Ingestion.Formats;

namespace CstoBot.Ingestion;

/// <summary>Makes a document of a text: its sections, and its metadata from the manifest first, the file second and the text third. Pure.</summary>
internal static class DocumentReader
{
    // Authors, an address, a number.
    private const int MaxLetterhead = 200;

    /// <summary>Of a plain text.</summary>
    /// <exception cref="UnreadableDocumentException">The text holds no content.</exception>
    public static SourceDocument Read(string name, string text, DocumentMetadata manifest) =>
        Read(name, new ExtractedText(text, DocumentMetadata.Unknown, Headings: null, PageStarts: []), manifest);

    /// <param name="manifest">What is said of the document from outside; where it names no origins, <c>sources.yaml</c> says it.</param>
    /// <exception cref="UnreadableDocumentException">The text holds no content.</exception>
    public static SourceDocument Read(string name, ExtractedText extracted, DocumentMetadata manifest)
    {
        var text = extracted.Text;
        var front = FrontLine.Read(text);
        var sections = Sectioner.Split(text, front.ContentStart, extracted.Headings);
        if (sections.Count == 0)
        {
            throw new UnreadableDocumentException("holds no content");
        }

        return new SourceDocument(name, text, Hash(text), Metadata(manifest, extracted.Stated, OfText(extracted, front, sections)), sections)
        {
            PageStarts = extracted.PageStarts,
        };
    }

    private static DocumentMetadata OfText(ExtractedText extracted, FrontLine front, IReadOnlyList<Section> sections) => new(
        MarkedTitleOrNull(extracted) ?? sections[0].Heading,
        front.Publisher,
        front.Published ?? OnlyDate(sections, extracted.Headings is not null),
        Url: null,
        LanguageDetector.DetectOrNull(extracted.Text.AsSpan(0, Math.Min(extracted.Text.Length, 4_000))));

    /// <summary>The only heading above all others, or the only one of all where little stands above it; null where several are of the first level, or none is marked.</summary>
    private static string? MarkedTitleOrNull(ExtractedText extracted) =>
        extracted.Headings is { Count: > 0 } headings
        && headings.Min(heading => heading.Level) is var first
        && headings.Where(heading => heading.Level == first).Take(2).ToList() is [var only]
        && (headings.Count > 1 || only.Span.Start <= MaxLetterhead)
            ? Whitespace.Collapse(only.Span.In(extracted.Text))
            : null;

    /// <summary>Each fact from the first that states it, with who that is.</summary>
    private static DocumentMetadata Metadata(DocumentMetadata manifest, DocumentMetadata file, DocumentMetadata text) => new(
        manifest.Title ?? file.Title ?? text.Title,
        manifest.Publisher ?? file.Publisher ?? text.Publisher,
        manifest.Published ?? file.Published ?? text.Published,
        manifest.Url ?? file.Url,
        manifest.Language ?? file.Language ?? text.Language,
        manifest.Inferred)
    {
        Origins = new MetadataOrigins(
            Origin(manifest.Title, manifest.Origins.Title, file.Title, file.Origins.Title, text.Title, MetadataOrigin.Text),
            Origin(manifest.Publisher, manifest.Origins.Publisher, file.Publisher, file.Origins.Publisher, text.Publisher, MetadataOrigin.Text),
            Origin(manifest.Published, manifest.Origins.Published, file.Published, file.Origins.Published, text.Published, MetadataOrigin.Text),
            Origin(manifest.Url, manifest.Origins.Url, file.Url, file.Origins.Url, text.Url, MetadataOrigin.Text),
            Origin(manifest.Language, manifest.Origins.Language, file.Language, file.Origins.Language, text.Language, MetadataOrigin.Inferred)),
    };

    private static MetadataOrigin? Origin(
        object? manifest, MetadataOrigin? ofManifest, object? file, MetadataOrigin? ofFile, object? text, MetadataOrigin ofText) =>
        manifest is not null ? ofManifest ?? MetadataOrigin.Manifest
        : file is not null ? ofFile ?? MetadataOrigin.File
        : text is not null ? ofText
        : null;

    /// <summary>
    /// The date of all sections, when they share one: a page of dated news has no date as a whole. Where headings are
    /// marked, a date under the first of them alone is that of the document, or one that only a few words stand above.
    /// </summary>
    private static DateOnly? OnlyDate(IReadOnlyList<Section> sections, bool marked)
    {
        var first = marked && sections.Count > 1 && sections[0].Published is null && sections[0].Paragraphs.Sum(paragraph => paragraph.Length) <= MaxLetterhead ? 1 : 0;
        return sections.Skip(first + 1).All(section => section.Published == sections[first].Published || marked && section.Published is null) ? sections[first].Published : null;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
