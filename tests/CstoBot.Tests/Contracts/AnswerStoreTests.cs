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
        var citation = Some.Citation(url: new Uri("https://tass.com/1"), quote: "„Цитата“ \ud83d\ude00 <b>");
        var answer = Some.Answer("One.") with { Citations = [citation], Language = Language.Russian };
        await fixture.GiveAnswerAsync(Some.Given(Id, new AnswerOutcome.Answered(answer)));

        await fixture.ReopenAsync();
        var stored = await new SqliteAnswerStore(fixture.Database).FindOrNullAsync(Id, None);

        Assert.NotNull(stored);
        Assert.Equal((Id, 5L, Language.Russian), (stored.Id, stored.ChatId, stored.Language));
        Assert.Equal([citation], stored.Citations);
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
}
