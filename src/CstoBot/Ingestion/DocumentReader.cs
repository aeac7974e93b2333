using System.Security.Cryptography;
using System.Text;
using CstoBot.Conversations;

namespace CstoBot.Ingestion;

/// <summary>Makes a document of a text: its sections, and its metadata from the manifest first and the text second. Pure.</summary>
internal static class DocumentReader
{
    public static SourceDocument Read(string name, Formats.ExtractedText extracted, DocumentMetadata manifest) => Read(name, extracted.Text, manifest);

    /// <exception cref="UnreadableDocumentException">The text holds no content.</exception>
    public static SourceDocument Read(string name, string text, DocumentMetadata manifest)
    {
        var front = FrontLine.Read(text);
        var sections = Sectioner.Split(text, front.ContentStart);
        if (sections.Count == 0)
        {
            throw new UnreadableDocumentException("holds no content");
        }

        return new SourceDocument(name, text, Hash(text), new DocumentMetadata(
            manifest.Title ?? sections[0].Heading,
            manifest.Publisher ?? front.Publisher,
            manifest.Published ?? front.Published ?? OnlyDate(sections),
            manifest.Url,
            manifest.Language ?? LanguageDetector.DetectOrNull(text.AsSpan(0, Math.Min(text.Length, 4_000))),
            manifest.Inferred), sections);
    }

    /// <summary>The date of all sections, when they share one: a page of dated news has no date as a whole.</summary>
    private static DateOnly? OnlyDate(IReadOnlyList<Section> sections) =>
        sections.All(section => section.Published == sections[0].Published) ? sections[0].Published : null;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
