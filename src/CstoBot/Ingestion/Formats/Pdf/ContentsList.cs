using System.Text.RegularExpressions;

namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Leaves out the table of contents: it repeats the headings, and its numbers are of no use where pages are told otherwise.</summary>
internal static partial class ContentsList
{
    public static IReadOnlyList<PdfLine> Remove(IReadOnlyList<PdfLine> lines)
    {
        var rest = new List<PdfLine>(lines.Count);
        for (var index = 0; index < lines.Count; index++)
        {
            if (Heading().IsMatch(lines[index].Text) && IsEntry(lines, index + 1))
            {
                while (IsEntry(lines, index + 1))
                {
                    index += Entry().IsMatch(lines[index + 1].Text) ? 1 : 2;
                }
            }
            else if (!Leaders().IsMatch(lines[index].Text))
            {
                rest.Add(lines[index]);
            }
        }

        return rest;
    }

    /// <summary>A heading with its page; a long one goes on in a second line.</summary>
    private static bool IsEntry(IReadOnlyList<PdfLine> lines, int index) =>
        index < lines.Count && (Entry().IsMatch(lines[index].Text) || index + 1 < lines.Count && lines[index + 1].Page == lines[index].Page && Leaders().IsMatch(lines[index + 1].Text));

    [GeneratedRegex(@"^(?:table of contents|contents|содержание|оглавление)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\p{L}.*(?:\s|\.)[0-9]{1,4}$")]
    private static partial Regex Entry();

    [GeneratedRegex(@"(?:\.\s?){5,}\s*[0-9]{1,4}$|…{2,}\s*[0-9]{1,4}$")]
    private static partial Regex Leaders();
}
