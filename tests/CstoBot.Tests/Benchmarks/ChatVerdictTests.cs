using CstoBot.Benchmarks.Chats;
using CstoBot.Benchmarks.Faults;
using Xunit;

namespace CstoBot.Tests.Benchmarks;

/// <summary>The judge of the fault suite: what it must see, and what it must not take for a fault of the bot.</summary>
public sealed class ChatVerdictTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly KnownQuestion[] Asked = [new("A?", ["a"]), new("B?", ["b1", "b2"]), new("C?", ["c"])];

    [Fact]
    public void Everything_answered_once_and_in_order_is_right() => AssertVerdict(Judge("a b1 b2 c"));

    [Fact]
    public void A_question_without_all_of_its_answer_is_unanswered()
    {
        AssertVerdict(Judge("a c b1"), unanswered: 1, outOfOrder: 1);
        AssertVerdict(Judge(""), unanswered: 3);
    }

    [Fact]
    public void An_answer_behind_a_later_ones_is_out_of_order()
    {
        AssertVerdict(Judge("c a b1 b2"), outOfOrder: 3);
        AssertVerdict(Judge("a b2 b1 c"), outOfOrder: 1);
    }

    [Fact]
    public void A_repetition_is_no_disorder() => AssertVerdict(Judge("a b1 b2 a c b1"), repeated: 2);

    [Fact]
    public void A_repetition_after_a_reset_that_was_injected_counts_apart()
    {
        AssertVerdict(Judge("a a b1 b2 c", unknown: [1]), afterReset: 1);
        AssertVerdict(Judge("a a a b1 b2 c", unknown: [1]), afterReset: 1, repeated: 1);
        AssertVerdict(Judge("a a b1 b2 c", unknown: [2]), repeated: 1);
    }

    [Fact]
    public void A_repetition_of_what_was_sent_just_before_a_kill_is_told_from_others()
    {
        AssertVerdict(Judge("a a b1 b2 c", killsAfter: [1.4]), atKill: 1);
        AssertVerdict(Judge("a b1 b2 c a", killsAfter: [4.5]), repeated: 1);
        AssertVerdict(Judge("a a b1 b2 c", killsAfter: [0.9]), repeated: 1);
    }

    [Fact]
    public void What_belongs_to_no_question_is_kept_to_be_shown() =>
        Assert.Equal(["Something went wrong"], ChatVerdict.Of(Asked, [new Reply(1, "Something went wrong", Start)], new HashSet<int>(), []).Others);

    /// <param name="replies">Message n is sent n seconds after the start.</param>
    private static ChatVerdict Judge(string replies, int[]? unknown = null, double[]? killsAfter = null) => ChatVerdict.Of(
        Asked,
        [.. replies.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((text, index) => new Reply(index + 1, text, Start.AddSeconds(index + 1)))],
        (unknown ?? []).ToHashSet(),
        [.. (killsAfter ?? []).Select(seconds => Start.AddSeconds(seconds))]);

    private static void AssertVerdict(
        ChatVerdict verdict, int unanswered = 0, int outOfOrder = 0, int afterReset = 0, int atKill = 0, int repeated = 0)
    {
        Assert.Equal(
            (unanswered, outOfOrder, afterReset, atKill, repeated),
            (verdict.Unanswered, verdict.OutOfOrder, verdict.AfterReset, verdict.AtKill, verdict.Repeated));
        Assert.Empty(verdict.Others);
    }
}
