using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CstoBot.Ingestion;

/// <summary>A YAML file that people write by hand beside their documents; what is wrong in it is told with its line.</summary>
/// <param name="name">As messages call it.</param>
internal sealed class YamlFile(string name)
{
    /// <summary>What the file says; <paramref name="absent"/> when it does not exist.</summary>
    /// <exception cref="SourcesUnavailableException">The file is there and cannot be used; the message names the line.</exception>
    public T Load<T>(string path, T absent, Func<YamlNode?, T> interpret)
    {
        if (!File.Exists(path))
        {
            return absent;
        }

        using var reader = new StreamReader(path);
        return Parse(reader, interpret);
    }

    /// <param name="interpret">Gets the root of the text; null when the text is empty.</param>
    public T Parse<T>(TextReader reader, Func<YamlNode?, T> interpret)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(reader);
            return interpret(yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode);
        }
        catch (YamlException exception)
        {
            throw new SourcesUnavailableException($"{name}, line {exception.Start.Line}: not valid YAML.");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // Some broken texts trip the YAML scanner itself.
            throw new SourcesUnavailableException($"{name}: not valid YAML.");
        }
    }

    public SourcesUnavailableException Wrong(YamlNode node, string rule) => new($"{name}, line {node.Start.Line}: {rule}.");
}
