using System.Globalization;
using System.Text.RegularExpressions;

namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Finds the running heads, feet and page numbers: what stands at the same height of the edge of several pages and says the same, but for the page's number.</summary>
internal static partial class RunningLines
{
    // So many rows from the edge, in so much of the page.
    private const int EdgeRows = 3;
    private const double EdgeZone = 0.14;

    // Heights of the same line of two pages may differ by a rounding.
    private const double SameHeight = 4;

    /// <param name="pages">The fragments of each page with the page's height.</param>
    /// <returns>The fragments that are text.</returns>
    public static IReadOnlyList<IReadOnlyList<PdfFragment>> Remove(IReadOnlyList<(double Height, IReadOnlyList<PdfFragment> Fragments)> pages)
    {
        var rows = pages.Select(page => Edges(page.Height, page.Fragments)).ToList();
        var counts = rows.SelectMany(page => page.SelectMany(Keys).Distinct()).CountBy(key => key).ToDictionary();
        return pages.Select((page, number) =>
        {
            var running = rows[number].Where(row => Keys(row).Any(key => counts[key] > 1) || PageNumber().IsMatch(row.Text)).SelectMany(row => row.Fragments).ToHashSet();
            return (IReadOnlyList<PdfFragment>)page.Fragments.Where(fragment => !running.Contains(fragment)).ToList();
        }).ToList();
    }

    private static List<EdgeRow> Edges(double height, IReadOnlyList<PdfFragment> fragments)
    {
        var rows = fragments.GroupBy(fragment => fragment.Baseline).OrderByDescending(row => row.Key).ToList();
        return rows.Take(EdgeRows).Where(row => row.Key > height * (1 - EdgeZone))
            .Concat(rows.TakeLast(EdgeRows).Where(row => row.Key < height * EdgeZone))
            .Distinct()
            .Select(row => new EdgeRow([.. row], string.Join(' ', row.Select(fragment => fragment.Text)), row.Key))
            .ToList();
    }

    /// <summary>What the row would say on another page too: its words; its words without a number that rises with the pages. Each at a height, and a neighbouring one for rounding.</summary>
    private static IEnumerable<string> Keys(EdgeRow row)
    {
        var height = (int)Math.Round(row.Baseline / SameHeight);
        if (row.Text.Any(char.IsLetter))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{height}|{row.Text}");
        }

        foreach (var number in new[] { LeadingNumber().Match(row.Text), TrailingNumber().Match(row.Text) })
        {
            if (number.Success)
            {
                var rest = row.Text.Remove(number.Index, number.Length).Trim(' ', '-', '–', '—', '|');
                var first = int.Parse(number.Groups["page"].Value, CultureInfo.InvariantCulture) - row.Fragments[0].Page;
                yield return string.Create(CultureInfo.InvariantCulture, $"{height}|{rest}|{first}");
            }
        }
    }

    private sealed record EdgeRow(IReadOnlyList<PdfFragment> Fragments, string Text, double Baseline);

    [GeneratedRegex(@"^\W*(?<page>[0-9]{1,4})(?:\s*(?:/|of|из)\s*[0-9]{1,4})?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"\b(?<page>[0-9]{1,4})(?:\s*(?:/|of|из)\s*[0-9]{1,4})?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TrailingNumber();

    [GeneratedRegex(@"^\W*(?:(?:page|p\.|стр\.?|страница|с\.)\s*)?[0-9]{1,4}(?:\s*(?:/|of|из)\s*[0-9]{1,4})?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();
}
