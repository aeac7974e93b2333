using CstoBot.Conversations;
using CstoBot.Ingestion.Web;
using YamlDotNet.RepresentationModel;

namespace CstoBot.Ingestion;

/// <summary><c>sources.yaml</c>: what is known of the documents beside their own text, and which web pages are documents too.</summary>
/// <param name="Documents">By file name.</param>
internal sealed record SourceManifest(IReadOnlyDictionary<string, DocumentMetadata> Documents)
{
    public const string FileName = "sources.yaml";

    private static readonly YamlFile File = new(FileName);

    private static readonly string[] Lists = ["documents", "pages"];

    private static readonly string[] Facts = ["title", "publisher", "published", "url", "language", "inferred"];

    private static readonly string[] DocumentKeys = ["file", .. Facts];

    private static readonly string[] PageKeys = ["name", "schedule", .. Facts];

    public static SourceManifest Empty { get; } = new(new Dictionary<string, DocumentMetadata>());

    /// <summary>In the order of the list; no two have one name, nor has one the name of a document.</summary>
    public IReadOnlyList<WebPage> Pages { get; init; } = [];

    /// <exception cref="SourcesUnavailableException">The file is there and is not a manifest; the message names the line.</exception>
    public static SourceManifest Load(string path) => File.Load(path, Empty, Read);

    public static SourceManifest Parse(TextReader reader) => File.Parse(reader, Read);

    private static SourceManifest Read(YamlNode? root)
    {
        if (root is not YamlMappingNode mapping || !Lists.Any(list => mapping.Children.ContainsKey(list)))
        {
            throw NoLists();
        }

        RefuseUnknown(mapping, Lists);
        var documents = new Dictionary<string, DocumentMetadata>(StringComparer.Ordinal);
        foreach (var node in Entries(mapping, "documents"))
        {
            var (name, metadata) = Document(node);
            if (!documents.TryAdd(name, metadata))
            {
                throw File.Wrong(node, $"'{name}' is listed twice");
            }
        }

        var pages = new List<WebPage>();
        foreach (var node in Entries(mapping, "pages"))
        {
            var page = Page(node);
            if (documents.ContainsKey(page.Name) || pages.Exists(other => other.Name.Equals(page.Name, StringComparison.OrdinalIgnoreCase)))
            {
                throw File.Wrong(node, $"'{page.Name}' is listed twice; a 'name' tells two pages apart");
            }

            pages.Add(page);
        }

        return new SourceManifest(documents) { Pages = pages };
    }

    private static IEnumerable<YamlNode> Entries(YamlMappingNode root, string list) =>
        !root.Children.TryGetValue(list, out var node) ? []
        : node is YamlSequenceNode sequence ? sequence.Children
        : throw NoLists();

    private static SourcesUnavailableException NoLists() => new($"{FileName}: expected a list named 'documents' or 'pages'.");

    private static (string File, DocumentMetadata Metadata) Document(YamlNode node)
    {
        if (node is not YamlMappingNode entry || Value(entry, "file") is not { } file)
        {
            throw File.Wrong(node, "each document needs a 'file'");
        }

        RefuseUnknown(entry, DocumentKeys);
        return (file, Metadata(entry));
    }

    private static WebPage Page(YamlNode node)
    {
        if (node is not YamlMappingNode entry || Value(entry, "url") is null)
        {
            throw File.Wrong(node, "each page needs a 'url'");
        }

        RefuseUnknown(entry, PageKeys);
        var stated = Metadata(entry);
        if (stated.Url is not { } url || AddressRules.SyntaxFaultOrNull(url) is not null)
        {
            throw File.Wrong(node, "'url' is the http or https address of a page, without a user's name");
        }

        return new WebPage(
            url,
            Value(entry, "name") is { } name
                ? WebPageName.ChosenOrNull(name) ?? throw File.Wrong(node, "'name' is like that of a file, without folders, and not long")
                : WebPageName.Of(url),
            stated,
            Value(entry, "schedule") is { } schedule
                ? WebSchedule.ParseOrNull(schedule) ?? throw File.Wrong(node, "'schedule' is like 'every 6h', 'daily 03:00' or five cron fields, at most every 5 minutes")
                : null);
    }

    private static DocumentMetadata Metadata(YamlMappingNode entry) => new(
        Value(entry, "title"),
        Value(entry, "publisher"),
        Value(entry, "published") is { } date ? StatedDate.IsoOrNull(date) ?? throw File.Wrong(entry, "'published' is YYYY-MM-DD") : null,
        Value(entry, "url") is { } url ? WebAddress(url) ?? throw File.Wrong(entry, "'url' is an http or https address") : null,
        Value(entry, "language") is { } language ? LanguageOrNull(language) ?? throw File.Wrong(entry, "'language' is en or ru") : null,
        Value(entry, "inferred"));

    private static void RefuseUnknown(YamlMappingNode entry, string[] known)
    {
        foreach (var key in entry.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !known.Contains(name, StringComparer.Ordinal))
            {
                throw File.Wrong(key, $"'{key}' is not known here; known are {string.Join(", ", known)}");
            }
        }
    }

    private static string? Value(YamlMappingNode entry, string key) =>
        entry.Children.TryGetValue(key, out var node) && node is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    private static Uri? WebAddress(string url) =>
        !url.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address : null;

    private static Language? LanguageOrNull(string code) => code switch
    {
        "en" => Language.English,
        "ru" => Language.Russian,
        _ => null,
    };
}
