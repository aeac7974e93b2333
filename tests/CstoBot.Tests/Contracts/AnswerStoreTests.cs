using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class AnswerStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Gives_back_an_answer_with_its_citations_after_a_restart()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var citation = Some.Citation(url: new Uri("https://tass.com/1"), quote: "„Цитата“ \ud83d\ude00 <b>");
        var answer = Some.Answer("One.") with { Citations = [citation], Language = Language.Russian };
        var id = await new SqliteAnswerStore(fixture.Database).AddAsync(Given(new AnswerOutcome.Answered(answer)), None);

        await fixture.ReopenAsync();
        var stored = await new SqliteAnswerStore(fixture.Database).FindOrNullAsync(id, None);

        Assert.NotNull(stored);
        Assert.Equal((id, 5L, Language.Russian), (stored.Id, stored.ChatId, stored.Language));
        Assert.Equal([citation], stored.Citations);
    }

    [Fact]
    public async Task Keeps_what_was_not_answered_without_citations()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var store = new SqliteAnswerStore(fixture.Database);

        var id = await store.AddAsync(Given(new AnswerOutcome.Abstained(Language.English, AbstentionReason.NotAnswered, "No.", [])), None);

        Assert.Empty((await store.FindOrNullAsync(id, None))!.Citations);
        Assert.Null(await store.FindOrNullAsync(id + 1, None));
    }

    [Fact]
    public async Task Knows_the_latest_question_of_a_message()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var store = new SqliteAnswerStore(fixture.Database);
        await store.AddAsync(Given(Some.Answered("One.")), None);
        var id = await store.AddAsync(Given(Some.Answered("Two.")) with { Question = "Edited?" }, None);
        await store.MarkSentAsync(id, messageId: 44, None);

        Assert.Equal("Edited?", await store.LatestQuestionOrNullAsync(5, 33, None));
        Assert.Null(await store.LatestQuestionOrNullAsync(6, 33, None));
    }

    [Fact]
    public async Task A_question_whose_answer_was_never_sent_is_not_answered_yet()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var store = new SqliteAnswerStore(fixture.Database);
        var sent = await store.AddAsync(Given(Some.Answered("One.")), None);
        await store.MarkSentAsync(sent, messageId: 44, None);
        await store.AddAsync(Given(Some.Answered("Two.")) with { Question = "Edited?" }, None);

        Assert.Equal("Who?", await store.LatestQuestionOrNullAsync(5, 33, None));
    }

    [Fact]
    public async Task Counts_one_vote_a_person_which_may_change()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var id = await new SqliteAnswerStore(fixture.Database).AddAsync(Given(Some.Answered("One.")), None);
        var feedback = new SqliteFeedbackStore(fixture.Database);

        await feedback.VoteAsync(id, userId: 1, Vote.Up, Some.Time, None);
        await feedback.VoteAsync(id, userId: 1, Vote.Down, Some.Time, None);
        await feedback.VoteAsync(id, userId: 2, Vote.Up, Some.Time, None);

        Assert.Equal(new Votes(Up: 1, Down: 1), await feedback.CountAsync(id, None));
    }

    private static GivenAnswer Given(AnswerOutcome outcome) =>
        new(new ConversationKey(5, 0, 9), QuestionMessageId: 33, "Who?", outcome, TimeSpan.FromMilliseconds(1.5), Some.Time);
}
