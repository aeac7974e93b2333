using System.Text.Json;
using CstoBot.Ingestion;

namespace CstoBot.Cli;

/// <summary>Reads a collection of <c>{"id","title","text","lang"}</c> lines as a corpus.</summary>
internal static class DocumentLines
{
    /// <exception cref="SourcesUnavailableException">The file cannot be read, a line is no document, or there is none.</exception>
    public static Corpus Read(string path)
    {
        try
        {
            var documents = File.ReadLines(path)
                .Select((line, number) => (line, number: number + 1))
                .Where(item => !string.IsNullOrWhiteSpace(item.line))
                .Select(item => Document(item.line.TrimStart('\uFEFF'), item.number))
                .ToList();
            return documents.Count == 0
                ? throw new SourcesUnavailableException("The documents file holds no documents.")
                : new Corpus(Path.GetFileName(path), documents, []);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SourcesUnavailableException($"The documents file cannot be read: {path}");
        }
    }

    private static SourceDocument Document(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var id = json.RootElement.GetProperty("id").ToString();
            var text = json.RootElement.GetProperty("text").GetString() ?? string.Empty;
            var title = json.RootElement.TryGetProperty("title", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

            // A collection's document is one text; it is not searched for headings and dates of its own.
            var body = text.Length > 0 ? text : title ?? string.Empty;
            var section = new Section(null, null, null, null, null, ParagraphSplitter.Split(body));
            return new SourceDocument(
                id, body, string.Empty, DocumentMetadata.Unknown with { Title = string.IsNullOrWhiteSpace(title) ? null : title }, section.Paragraphs.Count > 0 ? [section] : []);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new SourcesUnavailableException($"Line {number} of the documents file is not a document with \"id\" and \"text\".");
        }
    }
}
