using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CstoBot.Ingestion;

/// <summary>Reads full dates as documents write them. Numeric dates with dots are day.month.year.</summary>
internal static partial class StatedDate
{
    private static readonly FrozenDictionary<string, int> Months = new (string[] Names, int Number)[]
    {
        (["january", "jan", "января", "январь"], 1), (["february", "feb", "февраля", "февраль"], 2),
        (["march", "mar", "марта", "март"], 3), (["april", "apr", "апреля", "апрель"], 4),
        (["may", "мая", "май"], 5), (["june", "jun", "июня", "июнь"], 6),
        (["july", "jul", "июля", "июль"], 7), (["august", "aug", "августа", "август"], 8),
        (["september", "sep", "sept", "сентября", "сентябрь"], 9), (["october", "oct", "октября", "октябрь"], 10),
        (["november", "nov", "ноября", "ноябрь"], 11), (["december", "dec", "декабря", "декабрь"], 12),
    }.SelectMany(month => month.Names.Select(name => (name, month.Number))).ToFrozenDictionary(pair => pair.name, pair => pair.Number);

    /// <summary>The month a word names in English or Russian, 1 to 12; null when it names none.</summary>
    public static int? MonthOrNull(string word) => Months.TryGetValue(word.ToLowerInvariant(), out var month) ? month : null;

    /// <summary>The date when the line holds nothing but one; null otherwise.</summary>
    public static DateOnly? LineOrNull(ReadOnlySpan<char> line)
    {
        if (line.Length > 40)
        {
            return null;
        }

        var text = Whitespace.Collapse(line);
        foreach (var match in new[] { Numeric().Match(text), Iso().Match(text), MonthFirst().Match(text), DayFirst().Match(text) })
        {
            if (match.Success)
            {
                return From(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value);
            }
        }

        return null;
    }

    /// <summary>The latest full date that stands anywhere in a text; null when none does.</summary>
    public static DateOnly? LatestOrNull(string text)
    {
        var dates = Anywhere().Matches(Whitespace.Collapse(text))
            .Select(match => LineOrNull(match.ValueSpan))
            .OfType<DateOnly>()
            .ToList();
        return dates.Count == 0 ? null : dates.Max();
    }

    /// <summary>The date an ISO text such as <c>2024-06-24</c> names; null when it is none.</summary>
    public static DateOnly? IsoOrNull(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static DateOnly? From(string year, string month, string day)
    {
        var number = MonthOrNull(month) ?? (int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0);
        return IsoOrNull(string.Create(CultureInfo.InvariantCulture, $"{year}-{number:00}-{int.Parse(day, CultureInfo.InvariantCulture):00}"));
    }

    [GeneratedRegex(@"\b[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}\b|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b|\b\p{L}{3,9}\.? [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}\b|\b[0-9]{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.?,? [0-9]{4}\b")]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})[./](?<m>[0-9]{1,2})[./](?<y>[0-9]{4})$")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<m>\p{L}{3,9})\.? (?<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<y>[0-9]{4})$")]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})(?:st|nd|rd|th)? (?<m>\p{L}{3,9})\.?,? (?<y>[0-9]{4})(?: ?(?:г\.|года|год))?$")]
    private static partial Regex DayFirst();
}
