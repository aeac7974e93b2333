using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ModelSandbox.Wording;

/// <summary>Dates as sentences and headers write them.</summary>
internal static partial class Dates
{
    public static readonly ImmutableArray<string> English =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    public static readonly ImmutableArray<string> Russian =
    [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ];

    public const string Month = "January|February|March|April|May|June|July|August|September|October|November|December"
        + "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря";

    /// <summary>A header's date written out, as people say it; as it is where it is not like 2024-06-24.</summary>
    public static string Spoken(string date, bool inRussian) =>
        !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? date
        : inRussian ? $"{day.Day} {Russian[day.Month - 1]} {day.Year} года"
        : $"{day.Day} {English[day.Month - 1]} {day.Year}";

    /// <summary>Dates with a day and a month, in either order, and single years.</summary>
    public static IReadOnlyList<Match> In(string text) => Date().Matches(text);

    /// <summary>A date that does not occur in the text: another month, day or year, by what the date has.</summary>
    public static string? OtherOrNull(string date, string text) =>
        new[] { WithOtherMonth(date), WithOtherNumber(date, 1), WithOtherNumber(date, -1), WithOtherNumber(date, 2) }
            .FirstOrDefault(other => other != date && !text.Contains(other, StringComparison.OrdinalIgnoreCase));

    private static string WithOtherMonth(string date)
    {
        var index = English.IndexOf(English.FirstOrDefault(month => date.Contains(month, StringComparison.Ordinal)) ?? "");
        return index >= 0 ? date.Replace(English[index], English[(index + 1) % 12], StringComparison.Ordinal)
            : Russian.FirstOrDefault(month => date.Contains(month, StringComparison.Ordinal)) is { } month
                ? date.Replace(month, Russian[(Russian.IndexOf(month) + 1) % 12], StringComparison.Ordinal)
                : date;
    }

    /// <summary>The last number, a year or a day, changed by a little and kept a proper one.</summary>
    private static string WithOtherNumber(string date, int by)
    {
        var number = Number().Matches(date)[^1];
        var changed = int.Parse(number.Value, CultureInfo.InvariantCulture) + by;
        return changed < 1 ? date : date[..number.Index] + changed.ToString(CultureInfo.InvariantCulture) + date[(number.Index + number.Length)..];
    }

    [GeneratedRegex(@"\b(?:\d{1,2} (?:" + Month + @")(?: \d{4})?|(?:" + Month + @") \d{1,2}(?:, \d{4})?|(?:19|20)\d\d)\b")]
    private static partial Regex Date();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
