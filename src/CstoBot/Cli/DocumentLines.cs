using System.Text.Json;
using CstoBot.Ingestion;

namespace CstoBot.Cli;

/// <summary>Reads a collection of <c>{"id","title","text","lang"}</c> lines.</summary>
internal static class DocumentLines
{
    /// <summary>One document after another, read as they are asked for.</summary>
    /// <exception cref="SourcesUnavailableException">The file cannot be read, a line is no document, or there is none.</exception>
    public static IEnumerable<SourceDocument> Read(string path)
    {
        using var file = Open(path);
        var (number, count) = (0, 0);
        while (file.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                count++;
                yield return Document(line.TrimStart('\uFEFF'), number);
            }
        }

        if (count == 0)
        {
            throw new SourcesUnavailableException("The documents file holds no documents.");
        }
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
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
