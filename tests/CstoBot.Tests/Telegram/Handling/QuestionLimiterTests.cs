using CstoBot.Telegram;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Xunit;

namespace CstoBot.Tests.Telegram.Handling;

public sealed class QuestionLimiterTests
{
    private const long User = 7;
    private const long Moderator = 8;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Says_once_when_to_ask_again_and_then_waits_silently()
    {
        var limiter = Limiter(perMinute: 2, perDay: 0);
        await limiter.AskAsync(User, Some.Time, None);
        await limiter.AskAsync(User, Some.Time.AddSeconds(20), None);

        Assert.Equal(new LimitVerdict.Exceeded(2, IsDaily: false, TimeSpan.FromSeconds(30)), await limiter.AskAsync(User, Some.Time.AddSeconds(30), None));
        Assert.Equal(new LimitVerdict.Exceeded(2, IsDaily: false, TimeSpan.FromSeconds(20), TellUser: false), await limiter.AskAsync(User, Some.Time.AddSeconds(40), None));
        Assert.IsType<LimitVerdict.Allowed>(await limiter.AskAsync(User, Some.Time.AddSeconds(60), None));
        Assert.True(Assert.IsType<LimitVerdict.Exceeded>(await limiter.AskAsync(User, Some.Time.AddSeconds(61), None)).TellUser);
    }

    [Fact]
    public async Task Counts_days_too()
    {
        var limiter = Limiter(perMinute: 0, perDay: 3);
        foreach (var hour in Enumerable.Range(0, 3))
        {
            Assert.IsType<LimitVerdict.Allowed>(await limiter.AskAsync(User, Some.Time.AddHours(hour), None));
        }

        Assert.Equal(new LimitVerdict.Exceeded(3, IsDaily: true, TimeSpan.FromHours(21)), await limiter.AskAsync(User, Some.Time.AddHours(3), None));
        Assert.IsType<LimitVerdict.Allowed>(await limiter.AskAsync(User, Some.Time.AddHours(24), None));
    }

    [Fact]
    public async Task Limits_each_person_alone_and_moderators_not_at_all()
    {
        var limiter = Limiter(perMinute: 1, perDay: 0);
        await limiter.AskAsync(User, Some.Time, None);

        Assert.IsType<LimitVerdict.Exceeded>(await limiter.AskAsync(User, Some.Time, None));
        Assert.IsType<LimitVerdict.Allowed>(await limiter.AskAsync(User + 100, Some.Time, None));
        await Assert.AllAsync(Enumerable.Range(0, 5), async _ => Assert.IsType<LimitVerdict.Allowed>(await limiter.AskAsync(Moderator, Some.Time, None)));
    }

    [Fact]
    public async Task Zero_is_no_limit()
    {
        var limiter = Limiter(perMinute: 0, perDay: 0);

        await Assert.AllAsync(Enumerable.Range(0, 500), async _ => Assert.IsType<LimitVerdict.Allowed>(await limiter.AskAsync(User, Some.Time, None)));
    }

    [Fact]
    public async Task Counts_what_was_asked_before_the_start()
    {
        var limiter = Limiter(perMinute: 2, perDay: 3, [Some.Time.AddHours(-2), Some.Time.AddHours(-1), Some.Time.AddSeconds(-30)]);

        Assert.Equal(new LimitVerdict.Exceeded(3, IsDaily: true, TimeSpan.FromHours(22)), await limiter.AskAsync(User, Some.Time, None));
        Assert.IsType<LimitVerdict.Allowed>(await limiter.AskAsync(User, Some.Time.AddHours(22), None));
    }

    private static QuestionLimiter Limiter(int perMinute, int perDay, params IReadOnlyList<DateTimeOffset> before) => new(
        Options.Create(new LimitsOptions { QuestionsPerMinute = perMinute, QuestionsPerDay = perDay }),
        SomeRoles.Of(new RolesOptions { Moderators = [$"{Moderator}"] }),
        new FixedAskedQuestions { Times = before });
}
