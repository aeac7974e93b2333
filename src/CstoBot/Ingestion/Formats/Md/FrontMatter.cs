using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CstoBot.Ingestion.Formats.Md;

/// <summary>The lines between "---" above a Markdown text, in which it states its title, publisher, date, url and language.</summary>
internal static class FrontMatter
{
    // A front matter is a few lines; deeper or longer ones are made to keep a parser busy.
    private const int MaxLength = 16_384;
    private const int MaxDepth = 16;

    private static readonly YamlFile File = new("front matter");

    /// <exception cref="UnreadableDocumentException">It is no YAML; the message names the line.</exception>
    public static DocumentMetadata Parse(string yaml)
    {
        if (yaml.Length > MaxLength || IsDeep(yaml))
        {
            throw new UnreadableDocumentException("has a front matter that is too large or too deep");
        }

        try
        {
            return File.Parse(new StringReader(yaml), Read);
        }
        catch (SourcesUnavailableException exception)
        {
            throw new UnreadableDocumentException($"cannot be read: {exception.Message.TrimEnd('.')}");
        }
    }

    private static DocumentMetadata Read(YamlNode? root) => root is not YamlMappingNode mapping
        ? DocumentMetadata.Unknown
        : Stated.ByFile(
            Stated.LineOrNull(Value(mapping, "title")),
            Stated.LineOrNull(Value(mapping, "publisher") ?? Value(mapping, "site")),
            Stated.DateOrNull(Value(mapping, "date") ?? Value(mapping, "published")),
            Stated.WebAddressOrNull(Value(mapping, "url") ?? Value(mapping, "canonical")),
            Stated.LanguageOrNull(Value(mapping, "language") ?? Value(mapping, "lang")));

    private static string? Value(YamlMappingNode mapping, string key) =>
        mapping.Children.FirstOrDefault(child => child.Key is YamlScalarNode { Value: { } name } && name.Equals(key, StringComparison.OrdinalIgnoreCase)).Value
            is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    /// <summary>The tree of a text is built by calls within calls, its events one after another: these are counted first.</summary>
    private static bool IsDeep(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        try
        {
            while (parser.MoveNext())
            {
                depth += parser.Current?.NestingIncrease ?? 0;
                if (depth > MaxDepth)
                {
                    return true;
                }
            }
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException)
        {
            // What is wrong in it is told by the reading that follows.
        }

        return false;
    }
}
