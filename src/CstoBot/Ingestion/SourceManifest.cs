using CstoBot.Conversations;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CstoBot.Ingestion;

/// <summary><c>sources.yaml</c>: what is known of the documents beside their own text.</summary>
/// <param name="Documents">By file name.</param>
internal sealed record SourceManifest(IReadOnlyDictionary<string, DocumentMetadata> Documents)
{
    public const string FileName = "sources.yaml";

    public static SourceManifest Empty { get; } = new(new Dictionary<string, DocumentMetadata>());

    /// <exception cref="SourcesUnavailableException">The file is there and is not a manifest; the message names the line.</exception>
    public static SourceManifest Load(string path)
    {
        if (!File.Exists(path))
        {
            return Empty;
        }

        using var reader = new StreamReader(path);
        return Parse(reader);
    }

    public static SourceManifest Parse(TextReader reader)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(reader);
            var root = yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode as YamlMappingNode;
            var entries = root is not null && root.Children.TryGetValue("documents", out var list) && list is YamlSequenceNode sequence
                ? sequence.Children
                : throw new SourcesUnavailableException($"{FileName}: expected a list named 'documents'.");
            var documents = new Dictionary<string, DocumentMetadata>(StringComparer.Ordinal);
            foreach (var node in entries)
            {
                var (file, metadata) = Entry(node);
                if (!documents.TryAdd(file, metadata))
                {
                    throw Wrong(node, $"'{file}' is listed twice");
                }
            }

            return new SourceManifest(documents);
        }
        catch (YamlException exception)
        {
            throw new SourcesUnavailableException($"{FileName}, line {exception.Start.Line}: not valid YAML.");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // Some broken texts trip the YAML scanner itself.
            throw new SourcesUnavailableException($"{FileName}: not valid YAML.");
        }
    }

    private static (string File, DocumentMetadata Metadata) Entry(YamlNode node)
    {
        if (node is not YamlMappingNode entry || Value(entry, "file") is not { } file)
        {
            throw Wrong(node, "each document needs a 'file'");
        }

        return (file, new DocumentMetadata(
            Value(entry, "title"),
            Value(entry, "publisher"),
            Value(entry, "published") is { } date ? StatedDate.IsoOrNull(date) ?? throw Wrong(node, "'published' is YYYY-MM-DD") : null,
            Value(entry, "url") is { } url ? WebAddress(url) ?? throw Wrong(node, "'url' is an http or https address") : null,
            Value(entry, "language") is { } language ? LanguageOrNull(language) ?? throw Wrong(node, "'language' is en or ru") : null,
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

    private static SourcesUnavailableException Wrong(YamlNode node, string rule) => new($"{FileName}, line {node.Start.Line}: {rule}.");
}
