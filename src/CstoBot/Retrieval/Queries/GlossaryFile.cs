using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using YamlDotNet.RepresentationModel;

namespace CstoBot.Retrieval.Queries;

/// <summary>
/// Reads <c>glossary.yaml</c>: the lists names, terms and related of lines, each a list of spellings; the list hints of lines
/// with the words of questions (<c>asked</c>) and those of documents (<c>means</c>); and the list kinds of lines that name a
/// sort (<c>kind</c>) and its members (<c>of</c>).
/// </summary>
internal static class GlossaryFile
{
    public const string Name = "glossary.yaml";

    private const string ListNames = "the lists are 'names', 'terms', 'related', 'hints', 'kinds' and 'opposites'";

    private static readonly YamlFile File = new(Name);

    /// <summary>The glossary in a folder of documents; in one without, the shipped one, whose everyday words serve any field.</summary>
    /// <exception cref="SourcesUnavailableException">The file is there and is not a glossary; the message names the line.</exception>
    public static Glossary Of(string folder)
    {
        var own = Path.Combine(folder, Name);
        return Load(System.IO.File.Exists(own) ? own : Path.Combine(SourcesOptions.ShippedFolder, Name));
    }

    /// <summary>An empty glossary when the file does not exist.</summary>
    /// <exception cref="SourcesUnavailableException">The file is there and is not a glossary; the message names the line.</exception>
    public static Glossary Load(string path) => File.Load(path, Glossary.Empty, Read);

    public static Glossary Parse(TextReader reader) => File.Parse(reader, Read);

    private static Glossary Read(YamlNode? root)
    {
        var lines = root is null ? [] : Lists(root).SelectMany(list => Lines(Tie(list.Key), list.Value)).ToList();
        var words = SpellingWords.Of(lines.SelectMany(line => line.Keys.Concat(line.Forms)));
        return new Glossary(lines.ConvertAll(line => new GlossaryEntry(line.Tie, Forms(line.Keys, words), Forms(line.Forms, words)) { Spellings = line.Keys }), words.All);
    }

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Lists(YamlNode root) =>
        (root as YamlMappingNode ?? throw File.Wrong(root, ListNames)).Children;

    private static GlossaryTie Tie(YamlNode key) => (key as YamlScalarNode)?.Value switch
    {
        "names" => GlossaryTie.Name,
        "terms" => GlossaryTie.Term,
        "related" => GlossaryTie.Related,
        "hints" => GlossaryTie.Hint,
        "kinds" => GlossaryTie.Kind,
        "opposites" => GlossaryTie.Opposite,
        _ => throw File.Wrong(key, ListNames),
    };

    private static IEnumerable<Line> Lines(GlossaryTie tie, YamlNode list) =>
        (list as YamlSequenceNode ?? throw File.Wrong(list, "expected a list of lines")).Select(line => tie switch
        {
            GlossaryTie.Kind => OneWay(tie, line, "kind", "of"),
            GlossaryTie.Hint => OneWay(tie, line, "asked", "means"),
            GlossaryTie.Opposite => OneWay(tie, line, "assumed", "denied_by"),
            _ => BothWays(tie, Spellings(line)),
        });

    private static Line BothWays(GlossaryTie tie, IReadOnlyList<string> spellings) => new(tie, spellings, spellings);

    private static Line OneWay(GlossaryTie tie, YamlNode line, string from, string to) =>
        line is YamlMappingNode { Children: var members } && members.TryGetValue(from, out var keys) && members.TryGetValue(to, out var forms)
            ? new Line(tie, Spellings(keys), Spellings(forms))
            : throw File.Wrong(line, $"a line of this list has the lists '{from}' and '{to}'");

    private static IReadOnlyList<string> Spellings(YamlNode list) =>
        (list as YamlSequenceNode ?? throw File.Wrong(list, "expected a list of spellings: [a, b, c]"))
            .Select(spelling => (spelling as YamlScalarNode)?.Value ?? throw File.Wrong(spelling, "a spelling is plain text"))
            .ToList();

    private static IReadOnlyList<GlossaryForm> Forms(IReadOnlyList<string> spellings, SpellingWords words) =>
        spellings.Select(spelling => new GlossaryForm(words[spelling].Select(term => term.Stem).ToList()))
            .Where(form => form.Stems.Count > 0)
            .DistinctBy(form => string.Join(' ', form.Stems))
            .ToList();

    private sealed record Line(GlossaryTie Tie, IReadOnlyList<string> Keys, IReadOnlyList<string> Forms);
}
