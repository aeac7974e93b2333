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
    private static readonly ConversationKey Here = new(Chat: 5, Topic: 0, User: 7);

    [Theory]
    [InlineData("c:{0}:1")]
    [InlineData("f:{0}:+")]
    public async Task A_forged_button_gets_nothing_from_another_chat(string data)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var answers = new SqliteAnswerStore(fixture.Database);
        var feedback = new SqliteFeedbackStore(fixture.Database);
        var id = await answers.AddAsync(new GivenAnswer(Here, 1, "Who?", Some.Answered("One."), TimeSpan.Zero, Some.Time), CancellationToken.None);
        var handler = new ButtonHandler(answers, feedback, new AdvancingTime());
        var press = new Incoming.ButtonPress(
            new Origin(Here with { Chat = 6 }, 1, IsGroup: false, "en"),
            "callback",
            data.Replace("{0}", $"{id}", StringComparison.Ordinal));

        var reply = Assert.IsType<Outgoing.ButtonReply>(Assert.Single(await handler.HandleAsync(press, CancellationToken.None)));

        Assert.True(reply.IsAlert);
        Assert.Equal(default, await feedback.CountAsync(id, CancellationToken.None));
    }
}
