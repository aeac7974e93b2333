namespace CstoBot.Moderation;

/// <summary>An hour of the day that comes once a day. Pure.</summary>
internal static class DailyTime
{
    /// <summary>When it was last that hour there. An hour that summer time skips comes an hour later.</summary>
    public static DateTimeOffset LatestBefore(DateTimeOffset now, TimeOnly at, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return At(today, at, zone) is var moment && moment <= now ? moment : At(today.AddDays(-1), at, zone);
    }

    /// <summary>The moment of a day and an hour in a zone.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(hour);
        local = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
