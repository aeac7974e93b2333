using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation.Gaps;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Tests.Fakes;
using Dapper;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class GapStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly GapTerms Anthem = new(["anthem", "wrote"], ["wrote"]);

    [Fact]
    public async Task Gives_questions_that_were_not_answered_and_no_others()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.GiveAnswerAsync(Abstained(1) with { Question = "Who?", Carried = "When?" });
        await fixture.GiveAnswerAsync(Some.Given(2, Some.Answered("One.")));
        await fixture.GiveAnswerAsync(Abstained(3) with { Origin = AnswerOrigin.Suggestion });
        await fixture.GiveAnswerAsync(Abstained(4) with { Origin = AnswerOrigin.More });
        await fixture.GiveAnswerAsync(Abstained(5));
        await fixture.GiveAnswerAsync(Abstained(6), supersedes: 5);

        var questions = await new SqliteGapStore(fixture.Database).QuestionsAsync(None);

        Assert.Equal([1L, 3, 6], questions.Select(question => question.Id).Order());
        Assert.Equal(new AbstainedQuestion(1, 9, new StandaloneQuestion("Who?", "When?"), Language.Russian, Some.Time), questions.Single(question => question.Id == 1));
    }

    [Fact]
    public async Task A_number_stays_with_its_gap_over_a_restart_and_is_never_used_again()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        Assert.Equal(1, (await new SqliteGapStore(fixture.Database).GapsAsync(None)).NextNumber);
        await fixture.CompleteAsync(Effects.Send([], Found(1, Anthem), Found(2, new GapTerms(["emblem"], []))));
        await fixture.CompleteAsync(Effects.Send([], Found(2, Anthem)));
        await fixture.Database.WriteAsync(connection => connection.Execute("DELETE FROM gaps WHERE number = 2"), None);

        await fixture.ReopenAsync();

        var stored = await new SqliteGapStore(fixture.Database).GapsAsync(None);
        Assert.Equal([new StoredGap(1, Anthem, GapState.Open, null, null)], stored.Gaps);
        Assert.Equal(3, stored.NextNumber);
    }

    [Theory]
    [InlineData(GapState.Requested)]
    [InlineData(GapState.OutOfScope)]
    [InlineData(GapState.Answered)]
    [InlineData(GapState.Open)]
    public async Task Who_decided_what_and_when_is_kept(object state)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.CompleteAsync(Effects.Send([], Found(1, Anthem)));
        await fixture.CompleteAsync(Effects.Send([], Marked(1, (GapState)state)));

        var gap = Assert.Single((await new SqliteGapStore(fixture.Database).GapsAsync(None)).Gaps);

        Assert.Equal(new StoredGap(1, Anthem, (GapState)state, 7, Some.Time.AddDays(1)), gap);
    }

    [Fact]
    public async Task Whoever_wants_to_be_forgotten_is_forgotten_here_too()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.GiveAnswerAsync(Abstained(1) with { Question = "Who wrote the anthem?" });
        await fixture.CompleteAsync(Effects.Send([], Found(1, Anthem), Found(2, new GapTerms(["emblem"], []))));
        await fixture.CompleteAsync(Effects.Send([], Marked(2, GapState.OutOfScope)));

        await fixture.CompleteAsync(Effects.Send([], new Change.Forgotten(9, Some.Time)));

        Assert.Equal([2L], (await new SqliteGapStore(fixture.Database).GapsAsync(None)).Gaps.Select(gap => gap.Number));
        Assert.Null(await fixture.Database.ReadAsync(connection => connection.ExecuteScalar<string?>("SELECT question FROM gaps"), None));
    }

    private static Change.GapFound Found(long number, GapTerms terms) => new(number, terms, QuestionId: number, Some.Time);

    private static Change.GapMarked Marked(long number, GapState state) => new(number, state, new StandaloneQuestion("Who wrote the anthem?", null), By: 7, Some.Time.AddDays(1));

    private static GivenAnswer Abstained(long id) => Some.Given(id, new AnswerOutcome.Abstained(Language.Russian, AbstentionReason.NotAnswered, "No.", []));
}
