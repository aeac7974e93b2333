using System.Text.Json;
using CstoBot.Conversations;
using CstoBot.Ingestion;

namespace CstoBot.Storage.Sqlite.Corpus;

/// <summary>Corrections as text.</summary>
internal static class MetadataJson
{
    public static string Write(DocumentMetadata metadata) => JsonSerializer.Serialize(
        new Row(metadata.Title, metadata.Publisher, metadata.Published, metadata.Url?.OriginalString, metadata.Language));

    public static DocumentMetadata Read(string json)
    {
        var row = JsonSerializer.Deserialize<Row>(json) ?? throw new InvalidDataException("A correction is empty.");
        return new DocumentMetadata(row.Title, row.Publisher, row.Published, row.Url is null ? null : new Uri(row.Url), row.Language);
    }

    private sealed record Row(string? Title, string? Publisher, DateOnly? Published, string? Url, Language? Language);
}
