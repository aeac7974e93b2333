using CstoBot.Ingestion.Formats.Encodings;

namespace CstoBot.Ingestion.Formats;

/// <summary>Plain text stays exactly as it is in the file: what is quoted can be found there.</summary>
internal static class PlainTextReader
{
    public static ExtractedText Read(byte[] content, ReadingLimits limits)
    {
        var text = TextDecoder.Decode(content);
        limits.CheckLength(text.Length);
        return string.IsNullOrWhiteSpace(text)
            ? throw new UnreadableDocumentException("holds no text")
            : new ExtractedText(text, DocumentMetadata.Unknown, Headings: null, PageStarts: []);
    }
}
