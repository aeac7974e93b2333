using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace CstoBot.Tests.Telegram.Handling;

public sealed class ButtonHandlerTests
{
    private const long Id = 12;
    private static readonly ConversationKey Here = new(Chat: 5, Topic: 0, User: 7);

    public static TheoryData<string> OfAnAnswer => ["c:{0}:1", "b:{0}:1", "p:{0}:1:0:hash", "f:{0}:+", "f:{0}:-", "r:{0}:1", "n:{0}", "m:{0}", "q:{0}:0"];

    [Theory]
    [MemberData(nameof(OfAnAnswer))]
    public async Task A_forged_button_gets_nothing_from_another_chat(string data)
    {
        using var fixture = await SqliteFixture.CreateAsync();

        AssertChangesNothing(await PressAsync(fixture, data, Id, Here with { Chat = 6 }));
    }

    [Theory]
    [MemberData(nameof(OfAnAnswer))]
    public async Task A_button_of_an_answer_that_is_not_kept_says_so(string data)
    {
        using var fixture = await SqliteFixture.CreateAsync();

        AssertChangesNothing(await PressAsync(fixture, data, Id + 1, Here));
    }

    [Theory]
    [InlineData("c:{0}:2")]
    [InlineData("b:{0}:2")]
    [InlineData("p:{0}:2:0:hash")]
    [InlineData("q:{0}:1")]
    [InlineData("?")]
    public async Task What_the_answer_does_not_have_says_so(string data)
    {
        using var fixture = await SqliteFixture.CreateAsync();

        AssertChangesNothing(await PressAsync(fixture, data, Id, Here));
    }

    private static void AssertChangesNothing(Effects effects)
    {
        var reply = Assert.IsType<Instant.ButtonReply>(effects.Instant);
        Assert.True(reply.IsAlert);
        Assert.StartsWith("Эта кнопка больше не действует", reply.Text, StringComparison.Ordinal);
        Assert.Empty(effects.Messages);
        Assert.Empty(effects.Changes);
    }

    private static async Task<Effects> PressAsync(SqliteFixture fixture, string data, long id, ConversationKey where)
    {
        var (answers, time, followUps, index) = (new SqliteAnswerStore(fixture.Database), new AdvancingTime(), new ScriptedFollowUps(), new CurrentIndex());
        var telegram = new ScriptedTelegram(time);
        var live = SomeLive.Answers(telegram, fixture.Database, time);
        var moderation = new SomeModeration(fixture.Database, time, new ScriptedAnswerer());
        index.Switch(SomeCorpus.Index("Text."));
        await fixture.GiveAnswerAsync(Some.Given(Id, Some.Answered("One.")) with { Conversation = Here, FollowUps = new FollowUps(HasMore: true, ["What next?"]) });
        var questions = new QuestionHandler(
            new AnswerGiver(new ScriptedAnswerer(), followUps, live, moderation.Review, SomeLive.Typing(telegram, time), time),
            new SqliteConversationHistory(fixture.Database),
            answers,
            new QuestionLimiter(Options.Create(new LimitsOptions()), SomeRoles.Of(), new FixedAskedQuestions()),
            time,
            NullLogger<QuestionHandler>.Instance);
        var handler = new ButtonHandler(
            answers,
            new PassageButtons(index, new FixedArchive()),
            new VoteButtons(new SqliteFeedbackStore(fixture.Database), moderation.Reports, time),
            new FollowUpButtons(questions, followUps, moderation.Review, time),
            moderation.Drafts,
            live);
        return await handler.HandleAsync(
            new Incoming.ButtonPress(new Origin(where, 1, IsGroup: false, "ru"), "callback", data.Replace("{0}", $"{id}", StringComparison.Ordinal)),
            CancellationToken.None);
    }
}
