using CstoBot.Conversations;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Telegram.Handling;

public sealed class ButtonHandlerTests
{
    private const long Id = 12;
    private static readonly ConversationKey Here = new(Chat: 5, Topic: 0, User: 7);

    [Theory]
    [InlineData("c:{0}:1")]
    [InlineData("f:{0}:+")]
    public async Task A_forged_button_gets_nothing_from_another_chat(string data)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var answers = new SqliteAnswerStore(fixture.Database);
        await fixture.GiveAnswerAsync(Some.Given(Id, Some.Answered("One.")) with { Conversation = Here });
        var handler = new ButtonHandler(answers, new AdvancingTime());
        var press = new Incoming.ButtonPress(
            new Origin(Here with { Chat = 6 }, 1, IsGroup: false, "en"),
            "callback",
            data.Replace("{0}", $"{Id}", StringComparison.Ordinal));

        var effects = await handler.HandleAsync(press, CancellationToken.None);

        Assert.True(Assert.IsType<Instant.ButtonReply>(effects.Instant).IsAlert);
        Assert.Empty(effects.Messages);
        Assert.Empty(effects.Changes);
    }
}
