using System.Text.RegularExpressions;

namespace ModelSandbox.Prompts;

/// <summary>The data blocks of a prompt: <c>&lt;&lt;&lt;NAME&gt;&gt;&gt;</c> … <c>&lt;&lt;&lt;END NAME&gt;&gt;&gt;</c>.</summary>
internal static partial class PromptBlocks
{
    /// <summary>The content of the last block of that name; empty where there is none.</summary>
    public static string Named(string text, string name)
    {
        var open = $"<<<{name}>>>";
        var end = text.LastIndexOf($"<<<END {name}>>>", StringComparison.Ordinal);
        var start = end < 0 ? -1 : text.LastIndexOf(open, end, StringComparison.Ordinal);
        return start < 0 ? "" : text[(start + open.Length)..end].Trim();
    }

    public static IReadOnlyList<ShownPassage> Passages(string text) =>
        [.. Passage().Matches(text).Select(match => Parse(int.Parse(match.Groups["number"].Value), match.Groups["body"].Value))];

    public static IReadOnlyList<string> Problems(string text)
    {
        var problems = new List<string>();
        int? open = null;
        var expected = 1;
        foreach (Match mark in Mark().Matches(text))
        {
            var number = int.Parse(mark.Groups["number"].Value);
            var ends = mark.Groups["kind"].Value == "END";
            if (ends ? open != number : open is not null || number != expected)
            {
                problems.Add($"{mark.Value} is out of place");
            }

            open = ends ? null : number;
            expected = ends ? number + 1 : expected;
        }

        if (open is { } unclosed)
        {
            problems.Add($"<<<PASSAGE {unclosed}>>> is not closed");
        }

        return problems;
    }

    private static ShownPassage Parse(int number, string body)
    {
        var text = TextLine().Match(body);
        var header = text.Success ? body[..text.Index] : "";
        return new ShownPassage(
            number,
            Line(header, "title"),
            Line(header, "publisher"),
            Line(header, "date"),
            Line(header, "section"),
            Line(header, "speaker"),
            (text.Success ? body[(text.Index + text.Length)..] : body).Trim());
    }

    private static string? Line(string header, string name) => header
        .Split('\n')
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault(value => value.Length > 0);

    [GeneratedRegex(@"<<<PASSAGE (?<number>\d{1,6})>>>\r?\n(?<body>.*?)<<<END \k<number>>>>", RegexOptions.Singleline)]
    private static partial Regex Passage();

    [GeneratedRegex(@"<<<(?<kind>PASSAGE|END) (?<number>\d{1,6})>>>")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^text:[ \t]*", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex TextLine();
}
