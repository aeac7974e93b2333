using CstoBot.Conversations;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Fakes;
using Dapper;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class PersonalRowsTests
{
    private const long Person = 9;
    private const long Other = 10;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Removes_everything_of_one_person_and_nothing_of_others()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await FillAsync(fixture, Person, firstId: 1);
        await FillAsync(fixture, Other, firstId: 11);
        var rows = new SqlitePersonalRows(fixture.Database);
        Assert.Equal(new PersonalRows(2, 1, 3), await rows.CountAsync(Person, None));

        await fixture.CompleteAsync(Effects.Send([], new Change.Forgotten(Person, Some.Time)));

        Assert.Equal(default, await rows.CountAsync(Person, None));
        Assert.Equal(new PersonalRows(2, 1, 3), await rows.CountAsync(Other, None));
        Assert.Equal(ChatSettings.Default, await new SqliteChatSettings(fixture.Database).FindAsync(Person, None));
        Assert.Equal(new ChatSettings(Language.Russian), await new SqliteChatSettings(fixture.Database).FindAsync(Other, None));
        Assert.Equal(0, await CountAsync(fixture, "answers WHERE question LIKE '%of 9%'"));
        Assert.Equal(0, await CountAsync(fixture, "inbox WHERE json LIKE '%\"id\":9}%'"));
        Assert.Equal(0, await CountAsync(fixture, "outbox WHERE message LIKE '%for 9%'"));
        Assert.Equal(1, await CountAsync(fixture, "inbox WHERE json = 'no json'"));
    }

    [Fact]
    public async Task What_others_were_answered_too_stays()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.GiveAnswerAsync(Some.Given(1, Some.Answered("Shared.")));
        await fixture.GiveAnswerAsync(Some.Given(2, Some.Answered("Own.")));
        await fixture.GiveAnswerAsync(Some.Given(3, Some.Answered("Shared.")) with { Conversation = new ConversationKey(Other, 0, Other) });

        await fixture.CompleteAsync(Effects.Send([], new Change.Forgotten(Person, Some.Time)));

        Assert.Equal("Shared.", Assert.Single((await new SqliteAnswerStore(fixture.Database).FindOrNullAsync(3, None))!.Citations).Quote);
        Assert.Equal(1, await CountAsync(fixture, "answer_contents"));
    }

    /// <summary>Two questions, a vote, a parked message and a parked tap, a reply that could not be sent; a choice of language.</summary>
    private static async Task FillAsync(SqliteFixture fixture, long user, long firstId)
    {
        var conversation = new ConversationKey(user, 0, user);
        await fixture.GiveAnswerAsync(Some.Given(firstId, Some.Answered("One.")) with { Question = $"of {user}", Conversation = conversation });
        await fixture.GiveAnswerAsync(Some.Given(firstId + 1, Some.Answered("Two.")) with { Question = $"of {user}", Conversation = conversation with { Chat = -5 } });
        await fixture.CompleteAsync(Effects.Send([], new Change.Voted(firstId, user, Vote.Up, Some.Time), new Change.LanguageChosen(user, Language.Russian)));

        var inbox = new SqliteInbox(fixture.Database);
        var from = $"{{\"from\":{{\"id\":{user}}}}}";
        foreach (var (json, number) in new[] { $"{{\"message\":{from}}}", $"{{\"callback_query\":{from}}}", "no json" }.Select((json, number) => (json, number)))
        {
            var key = new UpdateKey(SqliteFixture.BotId, json == "no json" ? 99 : firstId * 100 + number);
            await inbox.AddAsync([new ReceivedUpdate(key, json)], Some.Time, None);
            await inbox.ParkAsync(key, "Oops", [], Some.Time, None);
        }

        var part = new AnswerPart(firstId + 1, 0);
        var entry = await fixture.AddToOutboxAsync(new Outgoing.Message(new ChatPlace(-5, 0, IsGroup: true), RenderedMessage.From([Block.Paragraph($"for {user}")])[0], Part: part));
        await new SqliteOutbox(fixture.Database).GiveUpAsync(entry, "Oops", None);
    }

    private static Task<long> CountAsync(SqliteFixture fixture, string what) =>
        fixture.Database.ReadAsync(connection => connection.ExecuteScalar<long>($"SELECT count(*) FROM {what}"), None);
}
