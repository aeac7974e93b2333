using CstoBot.Telegram;
using CstoBot.Telegram.Handling;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Xunit;

namespace CstoBot.Tests.Telegram.Handling;

public sealed class QuestionLimiterTests
{
    private const long User = 7;
    private const long Moderator = 8;

    [Fact]
    public void Says_once_when_to_ask_again_and_then_waits_silently()
    {
        var limiter = Limiter(perMinute: 2, perDay: 0);
        limiter.Ask(User, Some.Time);
        limiter.Ask(User, Some.Time.AddSeconds(20));

        Assert.Equal(new LimitVerdict.Exceeded(2, IsDaily: false, TimeSpan.FromSeconds(30)), limiter.Ask(User, Some.Time.AddSeconds(30)));
        Assert.Equal(new LimitVerdict.Exceeded(2, IsDaily: false, TimeSpan.FromSeconds(20), TellUser: false), limiter.Ask(User, Some.Time.AddSeconds(40)));
        Assert.IsType<LimitVerdict.Allowed>(limiter.Ask(User, Some.Time.AddSeconds(60)));
        Assert.True(Assert.IsType<LimitVerdict.Exceeded>(limiter.Ask(User, Some.Time.AddSeconds(61))).TellUser);
    }

    [Fact]
    public void Counts_days_too()
    {
        var limiter = Limiter(perMinute: 0, perDay: 3);
        foreach (var hour in Enumerable.Range(0, 3))
        {
            Assert.IsType<LimitVerdict.Allowed>(limiter.Ask(User, Some.Time.AddHours(hour)));
        }

        Assert.Equal(new LimitVerdict.Exceeded(3, IsDaily: true, TimeSpan.FromHours(21)), limiter.Ask(User, Some.Time.AddHours(3)));
        Assert.IsType<LimitVerdict.Allowed>(limiter.Ask(User, Some.Time.AddHours(24)));
    }

    [Fact]
    public void Limits_each_person_alone_and_moderators_not_at_all()
    {
        var limiter = Limiter(perMinute: 1, perDay: 0);
        limiter.Ask(User, Some.Time);

        Assert.IsType<LimitVerdict.Exceeded>(limiter.Ask(User, Some.Time));
        Assert.IsType<LimitVerdict.Allowed>(limiter.Ask(User + 100, Some.Time));
        Assert.All(Enumerable.Range(0, 5), _ => Assert.IsType<LimitVerdict.Allowed>(limiter.Ask(Moderator, Some.Time)));
    }

    [Fact]
    public void Zero_is_no_limit()
    {
        var limiter = Limiter(perMinute: 0, perDay: 0);

        Assert.All(Enumerable.Range(0, 500), _ => Assert.IsType<LimitVerdict.Allowed>(limiter.Ask(User, Some.Time)));
    }

    private static QuestionLimiter Limiter(int perMinute, int perDay) => new(
        Options.Create(new LimitsOptions { QuestionsPerMinute = perMinute, QuestionsPerDay = perDay }),
        Options.Create(new RolesOptions { Moderators = [$"{Moderator}"] }));
}
