using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class BotStateTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Counts_what_waits_and_what_failed_and_names_the_latest_without_a_word_of_theirs()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var inbox = new SqliteInbox(fixture.Database);
        foreach (var number in Enumerable.Range(1, 15))
        {
            var key = new UpdateKey(SqliteFixture.BotId, number);
            await inbox.AddAsync([new ReceivedUpdate(key, "{}")], Some.Time, None);
            await (number <= 12 ? inbox.ParkAsync(key, "FormatException: the text 'secret'", [], Some.Time, None) : Task.CompletedTask);
        }

        var message = new Outgoing.Message(new ChatPlace(5, 0, IsGroup: false), RenderedMessage.From([Block.Paragraph("secret")])[0]);
        await fixture.AddToOutboxAsync(message);
        var failed = await fixture.AddToOutboxAsync(message);
        await new SqliteOutbox(fixture.Database).GiveUpAsync(failed, "Bad Request: secret", None);
        await fixture.GiveAnswerAsync(Some.Given(1, Some.Answered("One.")));
        await fixture.GiveAnswerAsync(Some.Given(2, Some.Answered("One.")) with { AnsweredAt = Some.Time.AddDays(-1) });
        await fixture.GiveAnswerAsync(Some.Given(3, new AnswerOutcome.Abstained(Language.English, AbstentionReason.NotAnswered, "No.", [])));

        var state = await new SqliteBotState(fixture.Database).ReadAsync(SqliteFixture.BotId, Some.Time.AddHours(-1), Some.Time.AddMinutes(2), None);

        Assert.Equal((3, 12, 1, 1), (state.Pending, state.ParkedCount, state.Open, state.GivenUpCount));
        Assert.Equal(Enumerable.Range(3, 10).Reverse().Select(id => new FailedRow(id, "FormatException")), state.Parked);
        Assert.Equal([new FailedRow(failed.Id, "Bad Request")], state.GivenUp);
        Assert.Equal((1, 1), (state.Answered, state.NotAnswered));
        Assert.Equal(new QuestionRates(LastHour: 2, AnsweredLastHour: 1, LastMinute: 0), state.Rates);
        Assert.True(state.Storage is { Database: > 0, Corpus: 0, Index: 0, Free: > 0 });
        Assert.StartsWith("3.", state.DatabaseVersion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_bots_rows_are_not_counted()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await new SqliteInbox(fixture.Database).AddAsync([new ReceivedUpdate(new UpdateKey(SqliteFixture.BotId, 1), "{}")], Some.Time, None);

        Assert.Equal(0, (await new SqliteBotState(fixture.Database).ReadAsync(SqliteFixture.BotId + 1, Some.Time, Some.Time, None)).Pending);
    }
}
