using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Telegram.Sending;

public sealed class SendScheduleTests
{
    private const long Chat = 5;
    private const long Group = -5;

    [Fact]
    public void Lets_a_chat_have_three_at_once_and_then_one_a_second()
    {
        var schedule = new SendSchedule(new SendRates(0, PerSecondPerChat: 1, 0));

        var sent = Send(schedule, Chat, isGroup: false, count: 9);

        Assert.Equal([0, 0, 0, 1, 2, 3, 4, 5, 6], sent.Select(time => Math.Floor(time.TotalSeconds)));
        AssertNeverMoreThan(1, TimeSpan.FromSeconds(1), sent.Skip(2).ToList());
    }

    [Fact]
    public void A_file_counts_like_a_message()
    {
        var schedule = new SendSchedule(new SendRates(PerSecond: 1, 0, 0));
        var file = new Outgoing.File(Place(Chat), FileKind.Photo, "chart.png", [1]);

        Assert.Null(schedule.TakeOrWait(file, Some.Time));
        Assert.NotNull(schedule.TakeOrWait(To(Group, isGroup: true), Some.Time));
        schedule.End(file, Some.Time);
        Assert.Null(schedule.TakeOrWait(To(Group, isGroup: true), Some.Time.AddSeconds(2)));
    }

    [Fact]
    public void Lets_a_group_have_twenty_in_any_minute()
    {
        var schedule = new SendSchedule(new SendRates(30, PerSecondPerChat: 1, PerMinutePerGroup: 20));

        var sent = Send(schedule, Group, isGroup: true, count: 50);

        AssertNeverMoreThan(20, TimeSpan.FromMinutes(1), sent);
        Assert.InRange(sent[^1].TotalSeconds, 120, 150);
    }

    [Fact]
    public void Lets_all_chats_together_have_thirty_in_any_second()
    {
        var schedule = new SendSchedule(new SendRates(PerSecond: 30, 1, 20));

        var now = Some.Time;
        var sent = Enumerable.Range(0, 100).Select(chat => (now = Next(schedule, chat, isGroup: false, now)) - Some.Time).ToList();

        AssertNeverMoreThan(30, TimeSpan.FromSeconds(1), sent);
        Assert.InRange(sent.Max().TotalSeconds, 3, 4);
    }

    [Fact]
    public void A_chat_that_waits_keeps_no_other_waiting()
    {
        var schedule = new SendSchedule(new SendRates(30, 1, 20));
        schedule.Hold(Place(Chat), Some.Time, TimeSpan.FromMinutes(1));

        Assert.Equal(Some.Time.AddMinutes(1), schedule.TakeOrWait(To(Chat), Some.Time));
        Assert.Null(schedule.TakeOrWait(To(Chat + 1), Some.Time));
        Assert.Null(schedule.TakeOrWait(To(Chat), Some.Time.AddMinutes(1)));
    }

    [Fact]
    public void A_deletion_takes_no_place_and_yet_waits_as_long_as_Telegram_asked()
    {
        var schedule = new SendSchedule(new SendRates(30, 1, 20));
        var deletion = new Outgoing.Deletion(Place(Chat), new MessageReference(7));
        schedule.Hold(Place(Chat), Some.Time, TimeSpan.FromMinutes(1));

        Assert.Equal(Some.Time.AddMinutes(1), schedule.TakeOrWait(deletion, Some.Time));
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Null(schedule.TakeOrWait(deletion, Some.Time.AddMinutes(1))));
    }

    [Fact]
    public void When_Telegram_refuses_one_after_another_all_wait()
    {
        var schedule = new SendSchedule(new SendRates(30, 1, 20));
        foreach (var chat in Enumerable.Range(1, 3))
        {
            schedule.Hold(Place(chat), Some.Time, TimeSpan.FromSeconds(9));
        }

        Assert.Equal(Some.Time.AddSeconds(9), schedule.TakeOrWait(To(7), Some.Time));
    }

    [Fact]
    public void Refusals_with_successes_between_are_the_chats_own()
    {
        var schedule = new SendSchedule(new SendRates(30, 1, 20));
        foreach (var chat in Enumerable.Range(1, 5))
        {
            schedule.Hold(Place(chat), Some.Time, TimeSpan.FromSeconds(9));
            schedule.NoteAccepted();
        }

        Assert.Null(schedule.TakeOrWait(To(7), Some.Time));
    }

    [Fact]
    public void After_a_sudden_end_it_begins_as_if_the_rates_were_used_up()
    {
        var schedule = new SendSchedule(new SendRates(30, 1, 20));
        schedule.AssumeBusy([Place(1)], Some.Time);

        Assert.InRange(schedule.TakeOrWait(To(7), Some.Time)!.Value, Some.Time.AddSeconds(1), Some.Time.AddSeconds(1.1));
        Assert.Null(schedule.TakeOrWait(To(7), Some.Time.AddSeconds(1.1)));
        Assert.Null(schedule.TakeOrWait(To(1), Some.Time.AddSeconds(1.1)));
        Assert.NotNull(schedule.TakeOrWait(To(1), Some.Time.AddSeconds(1.2)));
    }

    [Fact]
    public void A_place_is_taken_until_a_second_after_the_end_of_the_call_for_that_may_be_when_Telegram_counted_it()
    {
        var schedule = new SendSchedule(new SendRates(PerSecond: 2, 1, 20));
        Assert.Null(schedule.TakeOrWait(To(1), Some.Time));
        Assert.Null(schedule.TakeOrWait(To(2), Some.Time));
        Assert.NotNull(schedule.TakeOrWait(To(3), Some.Time.AddSeconds(9)));

        schedule.End(To(1), Some.Time.AddSeconds(10));

        Assert.NotNull(schedule.TakeOrWait(To(3), Some.Time.AddSeconds(10.9)));
        Assert.Null(schedule.TakeOrWait(To(3), Some.Time.AddSeconds(11.1)));
    }

    [Fact]
    public void Zero_is_no_limit()
    {
        var schedule = new SendSchedule(new SendRates(0, 0, 0));

        Assert.All(Enumerable.Range(0, 5_000), number => Assert.Null(schedule.TakeOrWait(To(number % 2, number % 2 == 0), Some.Time)));
    }

    [Fact]
    public void What_is_only_a_courtesy_leaves_a_chat_room_for_a_message_at_once()
    {
        var schedule = new SendSchedule(new SendRates(30, 1, 20));
        Assert.Null(schedule.TakeSpareOrWait(Place(Chat), Some.Time, isFirst: true));
        Assert.Null(schedule.TakeSpareOrWait(Place(Chat), Some.Time, isFirst: true));

        Assert.InRange(schedule.TakeSpareOrWait(Place(Chat), Some.Time, isFirst: true)!.Value, Some.Time.AddSeconds(1), Some.Time.AddSeconds(1.1));
        Assert.Null(schedule.TakeOrWait(To(Chat), Some.Time));
        Assert.NotNull(schedule.TakeOrWait(To(Chat), Some.Time));
    }

    [Fact]
    public void What_is_only_a_courtesy_leaves_half_of_a_groups_minute_and_a_third_of_a_second_overall_and_more_where_something_is_shown()
    {
        var groups = new SendSchedule(new SendRates(0, 0, PerMinutePerGroup: 20));
        Assert.Equal(10, Taken(() => groups.TakeSpareOrWait(Place(Group, isGroup: true), Some.Time, isFirst: true)));
        Assert.Equal(10, Taken(() => groups.TakeOrWait(To(Group, isGroup: true), Some.Time)));

        var overall = new SendSchedule(new SendRates(PerSecond: 30, 0, 0));
        Assert.Equal(15, Taken(() => overall.TakeSpareOrWait(Place(Chat), Some.Time, isFirst: false)));
        Assert.Equal(5, Taken(() => overall.TakeSpareOrWait(Place(Chat), Some.Time, isFirst: true)));
        Assert.Equal(10, Taken(() => overall.TakeOrWait(To(Chat), Some.Time)));
    }

    [Fact]
    public void A_courtesy_that_waits_is_told_when_enough_places_are_free_again()
    {
        var schedule = new SendSchedule(new SendRates(PerSecond: 3, PerSecondPerChat: 0, 0));
        foreach (var tenths in Enumerable.Range(0, 3))
        {
            var now = Some.Time.AddSeconds(0.1 * tenths);
            Assert.Null(schedule.TakeOrWait(To(Chat), now));
            schedule.End(To(Chat), now);
        }

        var turn = schedule.TakeSpareOrWait(Place(Chat), Some.Time.AddSeconds(0.5), isFirst: true)!.Value;

        Assert.InRange(turn, Some.Time.AddSeconds(1.1), Some.Time.AddSeconds(1.2));
        Assert.Null(schedule.TakeSpareOrWait(Place(Chat), turn, isFirst: true));
    }

    [Fact]
    public void With_one_place_there_is_none_to_spare_and_without_limits_always()
    {
        Assert.NotNull(new SendSchedule(new SendRates(1, 0, 0)).TakeSpareOrWait(Place(Chat), Some.Time, isFirst: true));
        Assert.NotNull(new SendSchedule(new SendRates(0, 0, 1)).TakeSpareOrWait(Place(Group, isGroup: true), Some.Time, isFirst: true));
        var free = new SendSchedule(new SendRates(0, 0, 0));
        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.Null(free.TakeSpareOrWait(Place(Group, isGroup: true), Some.Time, isFirst: true)));
    }

    [Fact]
    public void A_pause_that_Telegram_asked_for_is_kept_by_a_courtesy_too()
    {
        var schedule = new SendSchedule(new SendRates(30, 1, 20));
        schedule.Hold(Place(Chat), Some.Time, TimeSpan.FromSeconds(7));

        Assert.Equal(Some.Time.AddSeconds(7), schedule.TakeSpareOrWait(Place(Chat), Some.Time, isFirst: true));
    }

    /// <summary>How many go now; at most a hundred are tried.</summary>
    private static int Taken(Func<DateTimeOffset?> take) => Enumerable.Range(0, 100).TakeWhile(_ => take() is null).Count();

    private static ChatPlace Place(long chat, bool isGroup = false) => new(chat, Topic: 0, isGroup);

    private static Outgoing.Message To(long chat, bool isGroup = false) => new(Place(chat, isGroup), RenderedMessage.From([Block.Paragraph("Hello")])[0]);

    /// <summary>When each message went, for one that sends the next as soon as it may.</summary>
    private static List<TimeSpan> Send(SendSchedule schedule, long chat, bool isGroup, int count)
    {
        var now = Some.Time;
        return [.. Enumerable.Range(0, count).Select(_ => (now = Next(schedule, chat, isGroup, now)) - Some.Time)];
    }

    private static DateTimeOffset Next(SendSchedule schedule, long chat, bool isGroup, DateTimeOffset now)
    {
        while (schedule.TakeOrWait(To(chat, isGroup), now) is { } later)
        {
            Assert.True(later > now);
            now = later;
        }

        schedule.End(To(chat, isGroup), now);
        return now;
    }

    private static void AssertNeverMoreThan(int count, TimeSpan period, IReadOnlyList<TimeSpan> sent) =>
        Assert.All(sent.Skip(count).Zip(sent), pair => Assert.True(pair.First - pair.Second > period, $"{count + 1} from {pair.Second} to {pair.First}"));
}
