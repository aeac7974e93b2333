using System.Globalization;
using CstoBot.Ingestion.Web;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Ingestion.Web;

public sealed class WebScheduleTests
{
    [Theory]
    [InlineData("every 6h", "2026-03-01T16:30:00Z")]
    [InlineData("every 30 min", "2026-03-01T11:00:00Z")]
    [InlineData("Every 5 minutes", "2026-03-01T10:35:00Z")]
    [InlineData("every 2 days", "2026-03-03T10:30:00Z")]
    [InlineData("every hour", "2026-03-01T11:30:00Z")]
    [InlineData("every week", "2026-03-08T10:30:00Z")]
    [InlineData("daily 03:00", "2026-03-02T03:00:00Z")]
    [InlineData("daily 23:59", "2026-03-01T23:59:00Z")]
    [InlineData("daily 10:30", "2026-03-02T10:30:00Z")]
    [InlineData(" 0 */6 * * * ", "2026-03-01T12:00:00Z")]
    [InlineData("15 4 * * MON", "2026-03-02T04:15:00Z")]
    [InlineData("*/5 * * * *", "2026-03-01T10:35:00Z")]
    [InlineData("0 0 29 2 *", "2028-02-29T00:00:00Z")]
    public void The_next_time_is_found(string text, string next) =>
        Assert.Equal(Time(next), WebSchedule.ParseOrNull(text)!.NextAfter(Time("2026-03-01T13:30:00+03:00")));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("every")]
    [InlineData("every 4 min")]
    [InlineData("every 0h")]
    [InlineData("every -6h")]
    [InlineData("every 6 s")]
    [InlineData("every 99999 d")]
    [InlineData("every 999999999999 h")]
    [InlineData("daily 24:00")]
    [InlineData("daily 3")]
    [InlineData("daily")]
    [InlineData("@daily")]
    [InlineData("@every_minute")]
    [InlineData("* * * * *")]
    [InlineData("*/4 * * * *")]
    [InlineData("58,0 23,0 * * *")]
    [InlineData("0,1 0 29 2 *")]
    [InlineData("0 0 31 2 *")]
    [InlineData("0 0 * *")]
    [InlineData("0 0 0 * * *")]
    public void What_is_no_schedule_or_too_often_or_never_is_refused(string text) => Assert.Null(WebSchedule.ParseOrNull(text));

    [Fact]
    public void After_the_last_day_there_is_no_next() => Assert.Null(WebSchedule.ParseOrNull("every 1 day")!.NextAfter(DateTimeOffset.MaxValue));

    [Fact]
    public void Any_text_is_a_schedule_of_at_least_five_minutes_or_none() => Prop.ForAll<NonNull<string>>(text =>
        WebSchedule.ParseOrNull(text.Get)?.NextAfter(Time("2026-03-01T00:00:00Z")) is not { } next || next > Time("2026-03-01T00:00:00Z")).QuickCheckThrowOnFailure();

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
