using CstoBot.Conversations;
using CstoBot.Storage.Sqlite;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class AskedQuestionsTests
{
    private static readonly ConversationKey Here = new(5, 0, 9);
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Gives_back_a_question_with_what_came_just_before_it_in_its_conversation()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await AskAsync(fixture, 1, "Long ago?", Here, Some.Time.AddHours(-1));
        await AskAsync(fixture, 2, "Before?", Here, Some.Time.AddMinutes(-2));
        await AskAsync(fixture, 3, "Elsewhere?", Here with { Topic = 4 }, Some.Time.AddMinutes(-1));
        await AskAsync(fixture, 4, "Others?", Here with { User = 10 }, Some.Time.AddMinutes(-1));
        await AskAsync(fixture, 5, "This?", Here, Some.Time);
        await AskAsync(fixture, 6, "After?", Here, Some.Time);

        var question = await new SqliteAskedQuestions(fixture.Database).FindOrNullAsync(5, None);

        Assert.NotNull(question);
        Assert.Equal((Here, "This?"), (question.Conversation, question.Question));
        Assert.Equal(["Before?"], question.Earlier);
        Assert.Null(await new SqliteAskedQuestions(fixture.Database).FindOrNullAsync(99, None));
    }

    [Fact]
    public async Task Knows_when_a_person_asked_lately_wherever_it_was()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        foreach (var number in Enumerable.Range(1, 5))
        {
            await AskAsync(fixture, number, "Who?", Here with { Chat = number }, Some.Time.AddMinutes(number));
        }

        var asked = new SqliteAskedQuestions(fixture.Database);

        Assert.Equal([Some.Time.AddMinutes(4), Some.Time.AddMinutes(5)], await asked.TimesAsync(9, Some.Time.AddMinutes(1), 2, None));
        Assert.Equal(4, (await asked.TimesAsync(9, Some.Time.AddMinutes(1), 100, None)).Count);
        Assert.Empty(await asked.TimesAsync(10, Some.Time, 100, None));
    }

    private static Task AskAsync(SqliteFixture fixture, long id, string question, ConversationKey conversation, DateTimeOffset at) =>
        fixture.GiveAnswerAsync(Some.Given(id, Some.Answered("One.")) with { Question = question, Conversation = conversation, AnsweredAt = at });
}
