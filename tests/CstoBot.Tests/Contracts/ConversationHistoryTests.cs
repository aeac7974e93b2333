using CstoBot.Conversations;
using CstoBot.Storage.Sqlite;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class ConversationHistoryTests
{
    private static readonly ConversationKey Key = new(Chat: -5, Topic: 7, User: 9);

    [Fact]
    public async Task Gives_the_latest_questions_oldest_first()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var history = new SqliteConversationHistory(fixture.Database);
        foreach (var number in Enumerable.Range(1, 4))
        {
            await AskAsync(fixture, number, $"question {number}", Some.Time);
        }

        var recent = await history.RecentAsync(Key, limit: 3, Some.Time, CancellationToken.None);

        Assert.Equal(["question 2", "question 3", "question 4"], recent);
    }

    [Fact]
    public async Task Leaves_out_what_is_too_old()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var history = new SqliteConversationHistory(fixture.Database);
        await AskAsync(fixture, 1, "old", Some.Time.AddMinutes(-31));
        await AskAsync(fixture, 2, "new", Some.Time);

        Assert.Equal(["new"], await history.RecentAsync(Key, 5, Some.Time.AddMinutes(-30), CancellationToken.None));
    }

    [Fact]
    public async Task Keeps_chats_topics_and_people_apart()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var history = new SqliteConversationHistory(fixture.Database);
        await AskAsync(fixture, 1, "mine", Some.Time);

        foreach (var other in new[] { Key with { Chat = 1 }, Key with { Topic = 0 }, Key with { User = 1 } })
        {
            Assert.Empty(await history.RecentAsync(other, 5, Some.Time, CancellationToken.None));
        }
    }

    [Fact]
    public async Task An_edited_question_counts_as_it_is_now()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await AskAsync(fixture, 1, "before", Some.Time);
        await fixture.GiveAnswerAsync(Some.Given(2, Some.Answered("One.")) with { Conversation = Key, Question = "after" }, supersedes: 1);

        Assert.Equal(["after"], await new SqliteConversationHistory(fixture.Database).RecentAsync(Key, 5, Some.Time, CancellationToken.None));
    }

    private static Task AskAsync(SqliteFixture fixture, long id, string question, DateTimeOffset at) =>
        fixture.GiveAnswerAsync(Some.Given(id, Some.Answered("One.")) with { Conversation = Key, Question = question, AnsweredAt = at });
}
