using System.Text.RegularExpressions;

namespace CstoBot.Ingestion;

/// <summary>
/// What a document's first line says of the document itself: metadata that a scraper left ("date 2024-06-24"), and a
/// news agency's dateline ("MOSCOW, June 24. /TASS/."). Both are stated, and neither is content.
/// </summary>
/// <param name="ContentStart">Where the content begins.</param>
internal sealed partial record FrontLine(DateOnly? Published, string? Publisher, int ContentStart)
{
    public static FrontLine Read(string text)
    {
        var date = LeakedDate().Match(text);
        var start = date.Length;
        var agency = AgencyDateline().Match(text, start);
        return new FrontLine(
            date.Success ? StatedDate.IsoOrNull(date.Groups["date"].Value) : null,
            agency.Success ? agency.Groups["agency"].Value.Trim() : null,
            start + agency.Length);
    }

    [GeneratedRegex(@"\A\s*date:?\s+(?<date>\d{4}-\d{2}-\d{2})\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeakedDate();

    [GeneratedRegex(@"\G\s*\p{Lu}[\p{Lu}\s.-]{1,40},\s+(?:\p{L}+\.?\s+\d{1,2}|\d{1,2}\s+\p{L}+\.?)(?:,?\s+\d{4})?\s*[.,]?\s*[/(](?<agency>[\p{L}\s-]{2,30})[/)][.,]?\s*[-–—.]?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex AgencyDateline();
}
