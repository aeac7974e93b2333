using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class LiveMessagesTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ChatPlace Topic = new(-5, 12, IsGroup: true);

    [Fact]
    public async Task What_a_sudden_end_left_is_to_be_deleted_at_the_next_start_and_once()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await new SqliteLiveMessages(fixture.Database).NoteAsync(SqliteFixture.BotId, Topic, 100, None);
        await new SqliteLiveMessages(fixture.Database).NoteAsync(botId: 2, Topic, 101, None);
        await fixture.ReopenAsync();
        var messages = new SqliteLiveMessages(fixture.Database);

        var left = (await messages.DeleteLeftAsync(SqliteFixture.BotId, Some.Time, None), await messages.DeleteLeftAsync(SqliteFixture.BotId, Some.Time, None));

        Assert.Equal((1, 0), left);
        var entry = Assert.Single(await new SqliteOutbox(fixture.Database).OpenAsync(SqliteFixture.BotId, None));
        Assert.Equal(new Outgoing.Deletion(Topic, new MessageReference(100)), entry.Outgoing);
    }

    [Fact]
    public async Task What_became_an_answer_or_was_withdrawn_is_left_alone()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var messages = new SqliteLiveMessages(fixture.Database);
        await messages.NoteAsync(SqliteFixture.BotId, Topic, 100, None);
        await messages.NoteAsync(SqliteFixture.BotId, Topic, 101, None);

        await fixture.CompleteAsync(Effects.Send([], new Change.LiveMessageEnded(SqliteFixture.BotId, Topic.ChatId, 100)));
        await messages.ForgetAsync(SqliteFixture.BotId, Topic, 101, None);

        Assert.Equal(0, await messages.DeleteLeftAsync(SqliteFixture.BotId, Some.Time, None));
        Assert.Empty(await new SqliteOutbox(fixture.Database).OpenAsync(SqliteFixture.BotId, None));
    }

    [Fact]
    public async Task In_a_basic_group_its_number_is_known_so_that_it_is_not_taken_for_a_message_in_doubt()
    {
        using var fixture = await SqliteFixture.CreateAsync();

        await new SqliteLiveMessages(fixture.Database).NoteAsync(SqliteFixture.BotId, new ChatPlace(-5, 0, IsGroup: true), 100, None);

        Assert.Equal([100], await new SqliteOutbox(fixture.Database).KnownIdsAsync(SqliteFixture.BotId, after: 0, None));
    }
}
