using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation.Statistics;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Tests.Fakes;
using Dapper;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class StatisticsTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Some.Time.UtcDateTime);
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Counts_each_question_once_on_its_day_by_what_came_of_it()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.GiveAnswerAsync(Some.Given(1, Some.Answered("One.")));
        await fixture.GiveAnswerAsync(Some.Given(2, Some.Answered("Two.")) with { AnsweredAt = Some.Time.AddDays(-1) });
        await fixture.GiveAnswerAsync(Some.Given(3, Abstained()));
        await fixture.GiveAnswerAsync(Some.Given(4, new AnswerOutcome.Refused(Language.English, "No.")));
        await fixture.GiveAnswerAsync(Some.Given(5, new AnswerOutcome.SmallTalk(Language.English, "Hi.")));
        await fixture.GiveAnswerAsync(Some.Given(6, Some.Answered("More.")) with { Origin = AnswerOrigin.More });
        await fixture.GiveAnswerAsync(Some.Given(7, Some.Answered("Edited.")), supersedes: 3);
        await fixture.GiveAnswerAsync(Some.Given(8, Some.Answered("Old.")) with { AnsweredAt = Some.Time.AddDays(-2) });

        var statistics = await ReadAsync(fixture, days: 2);

        Assert.Equal([new DayFigures(Today.AddDays(-1), 1, 0, 0, 0, 0, 0), new DayFigures(Today, 2, 0, 0, 1, 0, 0)], statistics.Days);
        Assert.Equal((4, 3), (statistics.Questions, statistics.Answered));
        Assert.Null(statistics.Decisions.MedianTime);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_held_question_is_one_whether_its_answer_replaces_the_acknowledgement_or_follows_it(bool replaces)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.GiveAnswerAsync(Some.Given(1, Abstained()));
        await AddCaseAsync(fixture, 1, "held", "approved", answerId: 1, minutes: 10);
        await fixture.GiveAnswerAsync(Some.Given(2, Some.Answered("One.")), supersedes: replaces ? 1 : null);
        await ExecuteAsync(fixture, "UPDATE answers SET case_id = 1 WHERE id = 2");

        var statistics = await ReadAsync(fixture, days: 1);

        Assert.Equal(new DayFigures(Today, 0, Held: 1, 0, 0, 0, 0), Assert.Single(statistics.Days));
    }

    [Fact]
    public async Task Counts_decisions_and_the_median_time_that_moderators_took()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await AddCaseAsync(fixture, 1, "held", "approved", 11, minutes: 10);
        await AddCaseAsync(fixture, 2, "held", "edited", 12, minutes: 20);
        await AddCaseAsync(fixture, 3, "reported", "rejected", 13, minutes: 40);
        await AddCaseAsync(fixture, 4, "reported", "approved", 14, minutes: 60);
        await AddCaseAsync(fixture, 5, "held", "expired", 15, minutes: 500);
        await AddCaseAsync(fixture, 6, "gap", "edited", 16, minutes: 700);
        await AddCaseAsync(fixture, 7, "held", "approved", 17, minutes: -3_000);

        Assert.Equal(new DecisionFigures(2, 1, 1, 1, TimeSpan.FromMinutes(30)), (await ReadAsync(fixture, days: 1)).Decisions);
    }

    [Fact]
    public async Task Counts_votes_by_day_and_by_composer()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.GiveAnswerAsync(Some.Given(1, Some.Answered("One.")));
        await fixture.GiveAnswerAsync(Some.Given(2, Some.Answered("Two.")));
        await fixture.GiveAnswerAsync(Some.Given(3, new AnswerOutcome.Answered(Some.Answer("Three.") with { Composer = "model" })));
        await fixture.CompleteAsync(Effects.Send(
            [],
            new Change.Voted(1, 5, Vote.Up, Some.Time),
            new Change.Voted(1, 6, Vote.Up, Some.Time.AddDays(-1)),
            new Change.Voted(3, 6, Vote.Down, Some.Time)));
        await AddCaseAsync(fixture, 1, "reported", "edited", 3, minutes: 1, composer: "model");

        var statistics = await ReadAsync(fixture, days: 2);

        Assert.Equal([(1, 0), (1, 1)], statistics.Days.Select(day => (day.Up, day.Down)));
        Assert.Equal([new ComposerFigures("quotes", 2, 2, 0, 0, 0, 0), new ComposerFigures("model", 1, 0, 1, 0, 1, 0)], statistics.Composers);
    }

    private static Task<Statistics> ReadAsync(SqliteFixture fixture, int days) => new SqliteStatistics(fixture.Database).ReadAsync(Today.AddDays(1 - days), Today, None);

    private static AnswerOutcome.Abstained Abstained() => new(Language.English, AbstentionReason.NotAnswered, "No.", []);

    private static Task AddCaseAsync(SqliteFixture fixture, long id, string origin, string state, long answerId, double minutes, string? composer = null)
    {
        var decided = minutes < 0 ? Some.Time.AddMinutes(minutes) : Some.Time;
        return ExecuteAsync(
            fixture,
            """
            INSERT INTO cases (id, bot_id, origin, state, revision, chat_id, topic, user_id, message_id, is_group, answer_id, language, question, earlier, reasons,
                               composer, opened_at, decided_by, decided_at)
            VALUES (@id, 1, @origin, @state, 1, 5, 0, 9, 1, 0, @answerId, 'English', 'Who?', '[]', '[]', @composer, @opened, 7, @decided)
            """,
            new { id, origin, state, answerId, composer, opened = decided.AddMinutes(-Math.Abs(minutes)).ToUnixTimeMilliseconds(), decided = decided.ToUnixTimeMilliseconds() });
    }

    private static Task ExecuteAsync(SqliteFixture fixture, string sql, object? values = null) => fixture.Database.WriteAsync(connection => connection.Execute(sql, values), None);
}
