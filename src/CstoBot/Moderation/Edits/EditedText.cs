using System.Text.RegularExpressions;
using CstoBot.Ingestion;

namespace CstoBot.Moderation.Edits;

/// <summary>
/// Reads what a moderator wrote in place of a draft. A statement ends with what it cites: <c>[1]</c> the draft's citation of that number,
/// <c>[[some words]]</c> what a search for these words finds. A line, or the rest of one, that cites nothing is a note. Pure.
/// </summary>
internal static partial class EditedText
{
    /// <summary>In order; empty when nothing was written.</summary>
    public static IReadOnlyList<EditedStatement> Parse(string text) => [.. text.Split('\n').SelectMany(ParseLine)];

    private static IEnumerable<EditedStatement> ParseLine(string line)
    {
        var start = 0;
        foreach (Match markers in Markers().Matches(line))
        {
            var said = line[start..markers.Index];
            start = markers.Index + markers.Length;
            var found = Marker().Matches(markers.Value);
            yield return new EditedStatement(
                Said(said, markers.Groups["end"].Value),
                [.. found.Where(marker => marker.Groups["number"].Success).Select(marker => int.TryParse(marker.Groups["number"].Value, out var number) ? number : 0).Distinct()],
                [.. found.Where(marker => marker.Groups["query"].Success).Select(marker => marker.Groups["query"].Value.Trim()).Where(query => query.Length > 0)]);
        }

        if (Said(line[start..], "") is { Length: > 0 } rest)
        {
            yield return new EditedStatement(rest, [], []);
        }
    }

    /// <summary>A full stop may stand before the markers or behind them.</summary>
    private static string Said(string text, string end) => Whitespace.Collapse(text.Trim()) is { Length: > 0 } said ? said + end : "";

    // The markers of one statement stand together, with a mark that ends the sentence behind them.
    [GeneratedRegex(@"(?:\s*(?:\[\d{1,3}\]|\[\[[^\[\]]*\]\]))+(?<end>[.!?…](?=\s|$))?", RegexOptions.CultureInvariant)]
    private static partial Regex Markers();

    [GeneratedRegex(@"\[\[(?<query>[^\[\]]*)\]\]|\[(?<number>\d{1,3})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}

/// <summary>One statement as a moderator wrote it.</summary>
/// <param name="Text">Without its markers; empty where only something to be searched for was written.</param>
/// <param name="Citations">Numbers of the draft's citations.</param>
/// <param name="Queries">What to search for.</param>
internal sealed record EditedStatement(string Text, IReadOnlyList<int> Citations, IReadOnlyList<string> Queries);
