using System.Globalization;
using System.Text.RegularExpressions;
using Cronos;

namespace CstoBot.Ingestion.Web;

/// <summary>When a page is fetched anew, in UTC: "every 6h", "every 30 min", "daily 03:00", or five cron fields; at most every five minutes.</summary>
internal sealed partial class WebSchedule
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Any time: from it on, cron fields are tried.</summary>
    private static readonly DateTime Trial = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>More than a day of the shortest pauses: with so many, the shortest pause of any cron fields is among them.</summary>
    private const int Trials = 300;

    private readonly TimeSpan? every;

    private readonly CronExpression? cron;

    private WebSchedule(TimeSpan? every, CronExpression? cron)
    {
        this.every = every;
        this.cron = cron;
    }

    /// <summary>Null when the text is no schedule, or one that fetches too often or never.</summary>
    public static WebSchedule? ParseOrNull(string text)
    {
        var words = text.Trim();
        if (Every().Match(words) is { Success: true } interval)
        {
            return EveryOrNull(interval.Groups["count"], interval.Groups["unit"].Value);
        }

        var fields = Daily().Match(words) is { Success: true } daily
            ? string.Create(CultureInfo.InvariantCulture, $"{int.Parse(daily.Groups["minute"].Value, CultureInfo.InvariantCulture)} {int.Parse(daily.Groups["hour"].Value, CultureInfo.InvariantCulture)} * * *")
            : words;
        return !fields.StartsWith('@') && CronExpression.TryParse(fields, CronFormat.Standard, out var cron) && IsCalm(cron) ? new(null, cron) : null;
    }

    /// <summary>The next time; null when there is none any more.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset last) => every is { } pause
        ? last.UtcDateTime <= DateTime.MaxValue - pause ? last.ToUniversalTime() + pause : null
        : cron?.GetNextOccurrence(last, TimeZoneInfo.Utc);

    private static WebSchedule? EveryOrNull(Group count, string unit)
    {
        var number = count.Success ? int.Parse(count.Value, CultureInfo.InvariantCulture) : 1;
        var pause = char.ToLowerInvariant(unit[0]) switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'w' => TimeSpan.FromDays(7 * number),
            _ => TimeSpan.FromDays(number),
        };
        return pause >= Shortest && pause <= Longest ? new(pause, null) : null;
    }

    private static bool IsCalm(CronExpression cron)
    {
        var times = cron.GetOccurrences(Trial, Trial.AddYears(8), TimeZoneInfo.Utc).Take(Trials).ToList();
        return times.Count > 0 && times.Zip(times.Skip(1)).All(pair => pair.Second - pair.First >= Shortest);
    }

    [GeneratedRegex(@"^every\s+((?<count>[0-9]{1,5})\s*)?(?<unit>m|min|mins|minutes?|h|hours?|d|days?|w|weeks?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Every();

    [GeneratedRegex("^daily\\s+(?<hour>[01]?[0-9]|2[0-3]):(?<minute>[0-5][0-9])$", RegexOptions.IgnoreCase)]
    private static partial Regex Daily();
}
