using CstoBot.Conversations;
using CstoBot.Storage;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using CstoBot.Tests.Moderation.Curated;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Storage;

public sealed class HousekeepingTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private const long Id = 12;
    private static readonly ConversationKey Key = new(1, 0, 2);

    [Fact]
    public async Task Removes_old_answers_with_their_votes_and_updates_that_are_done()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var (answers, inbox, history) = (new SqliteAnswerStore(fixture.Database), new SqliteInbox(fixture.Database), new SqliteConversationHistory(fixture.Database));
        await fixture.GiveAnswerAsync(Some.Given(Id, Some.Answered("One.")) with { Conversation = Key });
        await fixture.CompleteAsync(Effects.Send([], new Change.Voted(Id, 2, Vote.Up, Some.Time)));
        await inbox.AddAsync([Update(1), Update(2)], Some.Time, None);
        await inbox.CompleteAsync(Update(1).Key, Effects.None, firstBegins: false, Some.Time, None);

        await PruneAsync(fixture, Some.Time.AddDays(31));

        Assert.Null(await answers.FindOrNullAsync(Id, None));
        Assert.Equal(default, await new SqliteFeedbackStore(fixture.Database).CountAsync(Id, None));
        Assert.Empty(await history.RecentAsync(Key, 5, Some.Time, None));
        Assert.Equal([2L], (await inbox.PendingAsync(1, None)).Select(update => update.Key.UpdateId));
        Assert.Single(await inbox.AddAsync([Update(1)], Some.Time, None));
        Assert.Equal(0, await fixture.Database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM answer_contents"), None));
    }

    [Fact]
    public async Task Keeps_answers_for_thirty_days()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var answers = new SqliteAnswerStore(fixture.Database);
        await fixture.GiveAnswerAsync(Some.Given(Id, Some.Answered("One.")) with { Conversation = Key });

        await PruneAsync(fixture, Some.Time.AddDays(29));

        Assert.NotNull(await answers.FindOrNullAsync(Id, None));
    }

    [Fact]
    public async Task Keeps_of_a_chat_without_answers_not_even_that_it_was_there()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var outbox = new SqliteOutbox(fixture.Database);
        await fixture.GiveAnswerAsync(Some.Given(Id, Some.Answered("One.")) with { Conversation = Key });
        foreach (var chat in new[] { Key.Chat, Key.Chat + 1 })
        {
            var message = new Outgoing.Message(new ChatPlace(chat, 0, IsGroup: false), RenderedMessage.From([Block.Paragraph("Hello.")])[0]);
            await outbox.CompleteAsync(await fixture.AddToOutboxAsync(message), messageId: 8, Some.Time, None);
        }

        await PruneAsync(fixture, Some.Time.AddDays(1));

        Assert.Equal([Key.Chat], await fixture.Database.ReadAsync(connection => connection.Query<long>("SELECT chat_id FROM chats"), None));
    }

    [Fact]
    public async Task Keeps_what_answers_say_that_are_kept_for_reuse()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.GiveAnswerAsync(Some.Given(Id, Some.Answered("Gone.")) with { Conversation = Key });
        await fixture.CompleteAsync(Effects.Send([], new Change.AnswerKept(SomeCurated.Kept(answer: Some.Answer("Stays.")))));

        await PruneAsync(fixture, Some.Time.AddDays(400));
        await fixture.CompleteAsync(Effects.Send([], new Change.Forgotten(Key.User, Some.Time)));

        Assert.Equal("Stays. [1]", Assert.Single(await new SqliteCuratedStore(fixture.Database).ActiveAsync(None)).Answer.Text);
        Assert.Equal(1, await fixture.Database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM answer_contents"), None));
    }

    private static async Task PruneAsync(SqliteFixture fixture, DateTimeOffset now)
    {
        using var housekeeping = new Housekeeping(fixture.Database, Options.Create(new DataOptions()), new FakeTimeProvider(now), NullLogger<Housekeeping>.Instance);
        await housekeeping.PruneAsync(None);
    }

    private static ReceivedUpdate Update(long id) => new(new UpdateKey(1, id), "{}");
}
