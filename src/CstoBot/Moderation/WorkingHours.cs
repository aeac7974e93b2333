using System.Globalization;
using System.Text.RegularExpressions;

namespace CstoBot.Moderation;

/// <summary>When moderators are there: days of the week and hours of the day in a time zone. Pure.</summary>
internal sealed partial class WorkingHours
{
    private static readonly string[] DayNames = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];
    private readonly TimeZoneInfo zone;
    private readonly HashSet<DayOfWeek> days;
    private readonly TimeOnly opens;
    private readonly TimeOnly closes;

    private WorkingHours(TimeZoneInfo zone, HashSet<DayOfWeek> days, TimeOnly opens, TimeOnly closes, string text) =>
        (this.zone, this.days, this.opens, this.closes, Text) = (zone, days, opens, closes, text);

    /// <summary>As written in the settings; empty when moderators are always there.</summary>
    public string Text { get; }

    private bool IsAlways => Text.Length == 0;

    /// <param name="text">"Mo-Fr 09:00-18:00", "Mo,We 10:00-12:30"; empty for always.</param>
    /// <returns>Null when it cannot be understood.</returns>
    public static WorkingHours? ParseOrNull(string text, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new WorkingHours(zone, [], TimeOnly.MinValue, TimeOnly.MinValue, "");
        }

        var match = Pattern().Match(text.Trim());
        return match.Success
            && TimeOnly.TryParseExact(match.Groups["from"].Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && TimeOnly.TryParseExact(match.Groups["to"].Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            && from < to
                ? new WorkingHours(zone, Days(match.Groups["days"].Value), from, to, text.Trim())
                : null;
    }

    public bool IsOpen(DateTimeOffset now) => IsAlways || OpeningsFrom(now).First() is var (from, to) && from <= now && now < to;

    /// <summary>The moment at which so much working time will have passed.</summary>
    public DateTimeOffset After(DateTimeOffset now, TimeSpan workingTime)
    {
        if (IsAlways)
        {
            return now + workingTime;
        }

        var left = workingTime;
        foreach (var (from, to) in OpeningsFrom(now))
        {
            var start = from > now ? from : now;
            if (left <= to - start)
            {
                return start + left;
            }

            left -= to - start;
        }

        return now + workingTime;
    }

    /// <summary>How much working time has passed.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to) => IsAlways
        ? to - from
        : OpeningsFrom(from).TakeWhile(open => open.From < to).Aggregate(
            TimeSpan.Zero,
            (sum, open) => sum + (Min(open.To, to) - Max(open.From, from)));

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>The openings that are not over by then, in order. Of an hour that summer time skips or repeats, what the zone says.</summary>
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> OpeningsFrom(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        for (var day = today.AddDays(-1); ; day = day.AddDays(1))
        {
            if (days.Contains(day.DayOfWeek) && (From: DailyTime.At(day, opens, zone), To: DailyTime.At(day, closes, zone)) is var open && open.To > now && open.From < open.To)
            {
                yield return open;
            }
        }
    }

    private static HashSet<DayOfWeek> Days(string text) =>
        [.. text.Split(',').SelectMany(part => part.Split('-') is [var first, var last] ? Range(Day(first), Day(last)) : [Day(part)])];

    private static DayOfWeek Day(string name) => (DayOfWeek)Array.FindIndex(DayNames, known => known.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<DayOfWeek> Range(DayOfWeek first, DayOfWeek last) =>
        Enumerable.Range(0, 7).Select(step => (DayOfWeek)(((int)first + step) % 7)).TakeWhile((_, step) => step <= ((int)last - (int)first + 7) % 7);

    [GeneratedRegex(@"\A(?<days>(Mo|Tu|We|Th|Fr|Sa|Su)([,-](Mo|Tu|We|Th|Fr|Sa|Su))*)\s+(?<from>\d\d:\d\d)-(?<to>\d\d:\d\d)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
