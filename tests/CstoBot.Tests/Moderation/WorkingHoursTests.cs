using CstoBot.Moderation;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Moderation;

/// <summary>Of any hours in zones with and without summer time, at any time, those two days of the year not left out.</summary>
public sealed class WorkingHoursTests
{
    private static readonly Gen<WorkingHours> AnyHours =
        from zone in Gen.Elements("Europe/Berlin", "Europe/Moscow", "UTC", "America/New_York", "Asia/Kathmandu")
        from days in Gen.Elements("Mo-Fr", "Su", "Sa-Mo", "Mo,We", "Mo-Su", "Su,Sa")
        from opens in Gen.Choose(0, 95)
        from length in Gen.Choose(1, 95)
        let closes = Math.Min(opens + length, 95)
        where opens < closes
        select WorkingHours.ParseOrNull($"{days} {Hour(opens)}-{Hour(closes)}", TimeZoneInfo.FindSystemTimeZoneById(zone))!;

    // Clocks change in Berlin on 29 March and 25 October 2026, in New York on 8 March and 1 November.
    private static readonly Gen<DateTimeOffset> AnyTime =
        from day in Gen.Elements(new DateTime(2026, 3, 28), new DateTime(2026, 10, 24), new DateTime(2026, 3, 7), new DateTime(2026, 10, 31), new DateTime(2026, 6, 1))
        from minutes in Gen.Choose(0, 4 * 24 * 60)
        from seconds in Gen.Choose(0, 59)
        select new DateTimeOffset(day, TimeSpan.Zero) + TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(seconds);

    private static readonly Gen<TimeSpan> AnyWork = Gen.Choose(0, 3 * 24 * 60).Select(minutes => TimeSpan.FromMinutes(minutes));

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    private static readonly Arbitrary<(WorkingHours Hours, DateTimeOffset Now, TimeSpan Work, TimeSpan More)> Any =
        (from hours in AnyHours from now in AnyTime from work in AnyWork from more in AnyWork select (hours, now, work, more)).ToArbitrary();

    [Fact]
    public void As_much_working_time_passes_as_was_waited_for() => Prop.ForAll(Any, tried =>
        Assert.Equal(tried.Work, tried.Hours.Between(tried.Now, tried.Hours.After(tried.Now, tried.Work)))).Check(Thorough);

    [Fact]
    public void Who_waits_longer_or_begins_later_is_not_done_earlier() => Prop.ForAll(Any, tried =>
    {
        var (hours, now, work, more) = tried;
        var done = hours.After(now, work);

        Assert.True(done >= now);
        Assert.True(hours.After(now, work + more) >= done);
        Assert.True(hours.After(now + more, work) >= done);
        Assert.True(work == TimeSpan.Zero || hours.IsOpen(done - TimeSpan.FromTicks(1)));
    }).Check(Thorough);

    [Fact]
    public void Working_time_adds_up_and_is_never_more_than_time() => Prop.ForAll(Any, tried =>
    {
        var (hours, now, one, two) = tried;

        Assert.Equal(hours.Between(now, now + one + two), hours.Between(now, now + one) + hours.Between(now + one, now + one + two));
        Assert.InRange(hours.Between(now, now + one), TimeSpan.Zero, one);
    }).Check(Thorough);

    [Fact]
    public void Where_somebody_is_always_there_all_time_is_working_time() => Prop.ForAll(Any, tried =>
    {
        var always = WorkingHours.ParseOrNull(" ", TimeZoneInfo.Utc)!;

        Assert.True(always.IsOpen(tried.Now));
        Assert.Equal(tried.Now + tried.Work, always.After(tried.Now, tried.Work));
        Assert.Equal(tried.Work, always.Between(tried.Now, tried.Now + tried.Work));
    }).Check(Thorough);

    private static string Hour(int quarter) => TimeOnly.MinValue.AddMinutes(15 * quarter).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
