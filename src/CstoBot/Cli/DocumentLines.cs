using System.Text.Json;
using CstoBot.Ingestion;

namespace CstoBot.Cli;

/// <summary>Reads a collection of <c>{"id","title","text","lang"}</c> lines.</summary>
internal static class DocumentLines
{
    /// <summary>One document after another, read as they are asked for.</summary>
    /// <exception cref="SourcesUnavailableException">The file cannot be read, a line is no document, or there is none.</exception>
    public static IEnumerable<SourceDocument> Read(string path) => Read(path, Throw);

    /// <param name="wrongLine">Told of each line that is no document; where it returns, the others are read.</param>
    /// <exception cref="SourcesUnavailableException">The file cannot be read, or holds no document.</exception>
    public static IEnumerable<SourceDocument> Read(string path, Action<SourcesUnavailableException> wrongLine)
    {
        using var file = Open(path);
        var (number, count) = (0, 0);
        while (file.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line) && TryRead(line.TrimStart('\uFEFF'), number, wrongLine) is { } document)
            {
                count++;
                yield return document;
            }
        }

        if (count == 0)
        {
            throw new SourcesUnavailableException("The documents file holds no documents.");
        }
    }

    /// <summary>For whom one wrong line is one too many.</summary>
    public static void Throw(SourcesUnavailableException wrong) => throw wrong;

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

    private static SourceDocument? TryRead(string line, int number, Action<SourcesUnavailableException> wrongLine)
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
            wrongLine(new SourcesUnavailableException($"Line {number} of the documents file is not a document with \"id\" and \"text\"."));
            return null;
        }
    }
}
