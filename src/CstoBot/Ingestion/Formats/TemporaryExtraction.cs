using System.Text;

namespace CstoBot.Ingestion.Formats;

internal sealed class TemporaryExtraction : IDocumentExtraction
{
    public bool IsDocument(string name) => Path.GetExtension(name).ToLowerInvariant() is ".txt" or ".md" or ".text";

    public Task<IReadOnlyList<ExtractedItem>> ExtractAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableDocumentException("is not UTF-8 text; save it as UTF-8");
        }

        text = text.StartsWith('\uFEFF') ? text[1..] : text;
        return string.IsNullOrWhiteSpace(text) ? throw new UnreadableDocumentException("holds no text")
            : Task.FromResult<IReadOnlyList<ExtractedItem>>([new ExtractedItem.Read(name, new ExtractedText(text, DocumentMetadata.Unknown, null, []))]);
    }
}
