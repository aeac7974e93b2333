using CstoBot.Conversations;
using YamlDotNet.RepresentationModel;

namespace CstoBot.Ingestion;

/// <summary><c>sources.yaml</c>: what is known of the documents beside their own text.</summary>
/// <param name="Documents">By file name.</param>
internal sealed record SourceManifest(IReadOnlyDictionary<string, DocumentMetadata> Documents)
{
    public const string FileName = "sources.yaml";

    private static readonly YamlFile File = new(FileName);

    public IReadOnlyList<CstoBot.Ingestion.Web.WebPage> Pages { get; init; } = [];

    public static SourceManifest Empty { get; } = new(new Dictionary<string, DocumentMetadata>());

    /// <exception cref="SourcesUnavailableException">The file is there and is not a manifest; the message names the line.</exception>
    public static SourceManifest Load(string path) => File.Load(path, Empty, Read);

    public static SourceManifest Parse(TextReader reader) => File.Parse(reader, Read);

    private static SourceManifest Read(YamlNode? root)
    {
        var entries = root is YamlMappingNode mapping && mapping.Children.TryGetValue("documents", out var list) && list is YamlSequenceNode sequence
            ? sequence.Children
            : throw new SourcesUnavailableException($"{FileName}: expected a list named 'documents'.");
        var documents = new Dictionary<string, DocumentMetadata>(StringComparer.Ordinal);
        foreach (var node in entries)
        {
            var (name, metadata) = Entry(node);
            if (!documents.TryAdd(name, metadata))
            {
                throw File.Wrong(node, $"'{name}' is listed twice");
            }
        }

        return new SourceManifest(documents);
    }

    private static (string File, DocumentMetadata Metadata) Entry(YamlNode node)
    {
        if (node is not YamlMappingNode entry || Value(entry, "file") is not { } file)
        {
            throw File.Wrong(node, "each document needs a 'file'");
        }

        return (file, new DocumentMetadata(
            Value(entry, "title"),
            Value(entry, "publisher"),
            Value(entry, "published") is { } date ? StatedDate.IsoOrNull(date) ?? throw File.Wrong(node, "'published' is YYYY-MM-DD") : null,
            Value(entry, "url") is { } url ? WebAddress(url) ?? throw File.Wrong(node, "'url' is an http or https address") : null,
            Value(entry, "language") is { } language ? LanguageOrNull(language) ?? throw File.Wrong(node, "'language' is en or ru") : null,
            Value(entry, "inferred")));
    }

    private static string? Value(YamlMappingNode entry, string key) =>
        entry.Children.TryGetValue(key, out var node) && node is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    private static Uri? WebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static Language? LanguageOrNull(string code) => code switch
    {
        "en" => Language.English,
        "ru" => Language.Russian,
        _ => null,
    };
}
