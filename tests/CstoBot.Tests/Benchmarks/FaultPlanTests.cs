using CstoBot.Benchmarks.Chats;
using CstoBot.Benchmarks.Faults;
using Xunit;

namespace CstoBot.Tests.Benchmarks;

/// <summary>Which questions are told apart, and who asks them when.</summary>
public sealed class FaultPlanTests
{
    private static readonly KnownQuestions Known = new([.. Enumerable.Range(0, 12).Select(number => new KnownQuestion($"{number}?", [$"{number}."]))]);

    [Fact]
    public void Everybody_gets_a_share_and_nobody_asks_the_same_twice()
    {
        var schedule = new FaultPlan(Questions: 95, Users: 10, Kills: 3, Seed: 1).Schedule(Known);

        Assert.Equal(95, schedule.Count);
        Assert.All(schedule.GroupBy(planned => planned.User), user =>
        {
            Assert.InRange(user.Count(), 9, 10);
            Assert.Equal(user.Count(), user.Select(planned => planned.Question).Distinct().Count());
        });
        Assert.Equal(schedule.OrderBy(planned => planned.Time), schedule);
    }

    [Fact]
    public void Some_ask_again_at_once_and_others_take_their_time()
    {
        var schedule = new FaultPlan(Questions: 100, Users: 10, Kills: 3, Seed: 1) { PerSecond = 1 }.Schedule(Known);

        var pauses = schedule.GroupBy(planned => planned.User).SelectMany(user => user.Skip(1).Zip(user, (later, earlier) => later.Time - earlier.Time)).ToList();
        Assert.InRange(pauses.Count(pause => pause < TimeSpan.FromSeconds(0.5)), 15, 70);
        Assert.Contains(pauses, pause => pause > TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void The_same_seed_gives_the_same_plan()
    {
        var (plan, again) = (new FaultPlan(50, 10, 5, Seed: 3), new FaultPlan(50, 10, 5, Seed: 3));

        Assert.Equal(plan.Schedule(Known), again.Schedule(Known));
        Assert.Equal(plan.KillTimes(), again.KillTimes());
        Assert.All(plan.KillTimes(), time => Assert.InRange(time, TimeSpan.Zero, plan.Duration));
        Assert.NotEqual(plan.KillTimes(), (plan with { Seed = 4 }).KillTimes());
    }

    [Fact]
    public void More_questions_of_one_person_than_are_told_apart_are_refused() =>
        Assert.Throws<ArgumentException>(() => new FaultPlan(Questions: 26, Users: 2, Kills: 0, Seed: 1).Schedule(Known));

    [Fact]
    public void Questions_answered_alike_or_otherwise_among_others_are_left_out()
    {
        string[] questions = ["Fine?", "Twin?", "Other twin?", "And he?", "Long?"];
        string[][] alone = [["fine"], ["twin"], ["twin"], ["who?"], ["one", "two"]];

        var known = KnownQuestions.From(
            questions, alone, [([0, 3], ["fine", "he of Fine"]), ([3, 4, 1], ["who?", "one", "two", "twin"])]);

        Assert.Equal(["Fine?", "Long?"], known.All.Select(question => question.Text));
        Assert.Equal("Long?", known.OfAnswerOrNull("two")?.Text);
        Assert.Null(known.OfAnswerOrNull("he of Fine"));
    }
}
