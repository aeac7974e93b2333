using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Tests.Fakes;
using Dapper;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class AnswerStoreTests
{
    private const long Id = 12;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Gives_back_an_answer_with_its_citations_after_a_restart()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var citation = Some.Citation(url: new Uri("https://tass.com/1"), quote: "„Цитата“ \ud83d\ude00 <b>") with { Page = 4, Heading = "Members", ContentHash = "abc" };
        var answer = Some.Answer("One.") with { Citations = [citation], Language = Language.Russian };
        await fixture.GiveAnswerAsync(Some.Given(Id, new AnswerOutcome.Answered(answer)));

        await fixture.ReopenAsync();
        var stored = await new SqliteAnswerStore(fixture.Database).FindOrNullAsync(Id, None);

        Assert.NotNull(stored);
        Assert.Equal((Id, 5L, Language.Russian), (stored.Id, stored.ChatId, stored.Language));
        Assert.Equal([citation], stored.Citations);
    }

    [Fact]
    public async Task Reads_citations_that_were_stored_before_they_knew_their_page()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var citation = Some.Citation();
        await fixture.GiveAnswerAsync(Some.Given(Id, new AnswerOutcome.Answered(Some.Answer("One.") with { Citations = [citation] })));
        await fixture.Database.WriteAsync(
            connection => connection.Execute(
                "UPDATE answer_contents SET json = json_remove(json, '$.Citations[0].Page', '$.Citations[0].Heading', '$.Citations[0].ContentHash')"),
            None);

        Assert.Equal([citation], (await new SqliteAnswerStore(fixture.Database).FindOrNullAsync(Id, None))?.Citations);
    }

    [Fact]
    public async Task Keeps_which_model_and_prompt_took_part()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.GiveAnswerAsync(Some.Given(1, new AnswerOutcome.Answered(Some.Answer("One.") with { Composer = "model", Model = "some-model/1a2b3c" })));
        await fixture.GiveAnswerAsync(Some.Given(2, Some.Answered("Two.")));

        Assert.Equal(["some-model/1a2b3c", null], await fixture.Database.ReadAsync(connection => connection.Query<string?>("SELECT model FROM answers ORDER BY id"), None));
    }

    [Fact]
    public async Task Keeps_what_was_not_answered_without_citations()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var store = new SqliteAnswerStore(fixture.Database);

        await fixture.GiveAnswerAsync(Some.Given(Id, new AnswerOutcome.Abstained(Language.English, AbstentionReason.NotAnswered, "No.", [])));

        Assert.Empty((await store.FindOrNullAsync(Id, None))!.Citations);
        Assert.Null(await store.FindOrNullAsync(Id + 1, None));
    }

    [Fact]
    public async Task What_many_are_answered_is_kept_once()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        foreach (var id in Enumerable.Range(1, 3))
        {
            await fixture.GiveAnswerAsync(Some.Given(id, Some.Answered("One.")));
        }

        Assert.Equal(1, await fixture.Database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM answer_contents"), None));
        Assert.Equal("One.", Assert.Single((await new SqliteAnswerStore(fixture.Database).FindOrNullAsync(3, None))!.Citations).Quote);
    }

    [Fact]
    public async Task Knows_the_answer_that_stands_under_a_question()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var store = new SqliteAnswerStore(fixture.Database);
        await fixture.GiveAnswerAsync(Some.Given(1, Some.Answered("One.")));
        await fixture.GiveAnswerAsync(Some.Given(2, Some.Answered("Two.")) with { Question = "Edited?", Parts = 3 }, supersedes: 1);

        Assert.Equal(new EarlierAnswer(2, "Edited?", 3), await store.LatestOrNullAsync(5, 33, None));
        Assert.Null(await store.LatestOrNullAsync(6, 33, None));
    }

    [Fact]
    public async Task Counts_one_vote_a_person_which_may_change()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.GiveAnswerAsync(Some.Given(Id, Some.Answered("One.")));

        foreach (var (user, vote) in new[] { (1, Vote.Up), (1, Vote.Down), (2, Vote.Up) })
        {
            await fixture.CompleteAsync(Effects.Send([], new Change.Voted(Id, user, vote, Some.Time)));
        }

        Assert.Equal(new Votes(Up: 1, Down: 1), await new SqliteFeedbackStore(fixture.Database).CountAsync(Id, None));
    }

    [Fact]
    public async Task Keeps_a_reason_until_the_vote_changes()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var store = new SqliteFeedbackStore(fixture.Database);
        await fixture.GiveAnswerAsync(Some.Given(Id, Some.Answered("One.")));
        async Task<CastVote?> CastAsync(Vote vote, VoteReason? reason = null)
        {
            await fixture.CompleteAsync(Effects.Send([], new Change.Voted(Id, 1, vote, Some.Time, reason)));
            return await store.FindOrNullAsync(Id, 1, None);
        }

        Assert.Null(await store.FindOrNullAsync(Id, 1, None));
        Assert.Equal(new CastVote(Vote.Down, null), await CastAsync(Vote.Down));
        foreach (var reason in Enum.GetValues<VoteReason>())
        {
            Assert.Equal(new CastVote(Vote.Down, reason), await CastAsync(Vote.Down, reason));
        }

        Assert.Equal(new CastVote(Vote.Down, VoteReason.NotAsked), await CastAsync(Vote.Down));
        Assert.Equal(new CastVote(Vote.Up, null), await CastAsync(Vote.Up));
        Assert.Null(await store.FindOrNullAsync(Id, 2, None));
    }

    [Fact]
    public async Task Keeps_what_was_offered_and_what_the_question_went_on_with()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var offered = new FollowUps(HasMore: true, ["What is “X”?", "Что дальше?"]);
        await fixture.GiveAnswerAsync(Some.Given(Id, Some.Answered("One.")) with { FollowUps = offered, Carried = "Who leads it?" });

        await fixture.ReopenAsync();
        var stored = await new SqliteAnswerStore(fixture.Database).FindOrNullAsync(Id, None);

        Assert.Equal(new StandaloneQuestion("Who?", "Who leads it?"), stored?.Question);
        Assert.True(stored?.FollowUps.HasMore);
        Assert.Equal(offered.Questions, stored?.FollowUps.Questions);
    }

    [Fact]
    public async Task More_on_a_question_is_no_question_of_its_own()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.GiveAnswerAsync(Some.Given(1, Some.Answered("One.")));
        await fixture.GiveAnswerAsync(Some.Given(2, Some.Answered("Two.")) with { Origin = AnswerOrigin.More });
        await fixture.GiveAnswerAsync(Some.Given(3, Some.Answered("Three.")) with { Origin = AnswerOrigin.Suggestion, Question = "Offered?" });

        Assert.Equal(
            ["Who?", "Offered?"],
            await new SqliteConversationHistory(fixture.Database).RecentAsync(new ConversationKey(5, 0, 9), 5, DateTimeOffset.UnixEpoch, None));
    }
}
