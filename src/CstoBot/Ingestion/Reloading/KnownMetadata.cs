namespace CstoBot.Ingestion.Reloading;

/// <summary>What is said of documents beside their own files: by the manifest, and by admins who corrected it. Pure.</summary>
internal sealed class KnownMetadata(IReadOnlyDictionary<string, DocumentMetadata> manifest, IReadOnlyDictionary<string, DocumentMetadata> corrections)
{
    public DocumentMetadata Manifest(string document) => manifest.GetValueOrDefault(document, DocumentMetadata.Unknown);

    /// <summary>Of the file itself, and of the documents of an archive.</summary>
    public IEnumerable<KeyValuePair<string, DocumentMetadata>> OfFile(string name) => Of(name, manifest).Concat(Of(name, corrections)
        .Select(pair => KeyValuePair.Create($"{pair.Key}\0corrected", pair.Value)));

    /// <summary>The document as its admins want it.</summary>
    public SourceDocument Correct(SourceDocument document) => corrections.TryGetValue(document.Name, out var correction)
        ? document with { Metadata = Correct(document.Metadata, correction) }
        : document;

    private static DocumentMetadata Correct(DocumentMetadata metadata, DocumentMetadata correction)
    {
        var said = metadata.Origins;
        return metadata with
        {
            Title = correction.Title ?? metadata.Title,
            Publisher = correction.Publisher ?? metadata.Publisher,
            Published = correction.Published ?? metadata.Published,
            Url = correction.Url ?? metadata.Url,
            Language = correction.Language ?? metadata.Language,
            Origins = new MetadataOrigins(
                By(correction.Title, said.Title),
                By(correction.Publisher, said.Publisher),
                By(correction.Published, said.Published),
                By(correction.Url, said.Url),
                By(correction.Language, said.Language)),
        };
    }

    private static MetadataOrigin? By(object? correction, MetadataOrigin? said) => correction is null ? said : MetadataOrigin.Admin;

    private static IEnumerable<KeyValuePair<string, DocumentMetadata>> Of(string file, IReadOnlyDictionary<string, DocumentMetadata> all) =>
        file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? all.Where(pair => pair.Key.StartsWith(file + "/", StringComparison.Ordinal))
            : all.TryGetValue(file, out var metadata) ? [KeyValuePair.Create(file, metadata)]
            : [];
}
