namespace CstoBot.Ingestion.Formats.Pdf;

internal static class PdfReader
{
    public static ExtractedText Read(byte[] content, ReadingLimits limits) => throw new UnreadableDocumentException($"{content.Length} {limits}");
}
