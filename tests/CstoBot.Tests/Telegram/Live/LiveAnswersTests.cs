using System.Net;
using CstoBot.Conversations;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Live;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Telegram.Live;

public sealed class LiveAnswersTests
{
    private static readonly Origin Here = new(new ConversationKey(Chat: 5, Topic: 0, User: 5), MessageId: 1, IsGroup: false, "en");
    private readonly FakeTimeProvider time = new(Some.Time);

    [Fact]
    public async Task A_preview_is_shown_again_before_Telegram_removes_it()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var telegram = Telegram(calls: 3);
        await using var live = Begin(Answers(telegram, fixture));
        live.Listener.SoFar.Report(Some.Answer("One."));

        await UntilAsync(() => telegram.Calls.Count == 3);

        Assert.Single(telegram.Calls.Select(call => call.Body).Distinct());
        Assert.InRange(telegram.Calls.ElementAt(2).Time - telegram.Calls.ElementAt(1).Time, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(29));
    }

    [Fact]
    public async Task It_is_unseen_until_it_is_shown()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var telegram = new ScriptedTelegram(time).IsUnreachable().Replies(HttpStatusCode.OK, """{"ok":true,"result":true}""");
        await using var live = Begin(Answers(telegram, fixture));
        live.Listener.SoFar.Report(Some.Answer("One."));

        await UntilAsync(() => telegram.Calls.Count == 1);
        Assert.False(live.Unseen.IsCancellationRequested);

        await UntilAsync(() => live.Unseen.IsCancellationRequested);
        Assert.Equal(2, telegram.Calls.Count);
    }

    [Fact]
    public async Task Only_what_is_being_written_in_the_same_chat_can_be_stopped()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var answers = Answers(Telegram(calls: 0), fixture);
        var live = Begin(answers);

        Assert.Equal(StopVerdict.Over, await answers.StopAsync(new StopRequest(live.Id, ChatId: 6, UserId: 5), CancellationToken.None));
        Assert.Equal(StopVerdict.Over, await answers.StopAsync(new StopRequest(live.Id + 1, ChatId: 5, UserId: 5), CancellationToken.None));
        Assert.Equal(StopVerdict.NotAllowed, await answers.StopAsync(new StopRequest(live.Id, ChatId: 5, UserId: 6), CancellationToken.None));
        Assert.False(live.Listener.Stop.IsCancellationRequested);

        Assert.Equal(StopVerdict.Stopped, await answers.StopAsync(new StopRequest(live.Id, ChatId: 5, UserId: 5), CancellationToken.None));
        Assert.Equal(StopVerdict.Stopped, await answers.StopAsync(new StopRequest(live.Id, ChatId: 5, UserId: 5), CancellationToken.None));
        Assert.True(live.Listener.Stop.IsCancellationRequested);

        await live.DisposeAsync();
        Assert.Equal(StopVerdict.Over, await answers.StopAsync(new StopRequest(live.Id, ChatId: 5, UserId: 5), CancellationToken.None));
    }

    [Fact]
    public async Task What_is_told_after_the_end_is_not_shown()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var telegram = Telegram(calls: 0);
        var live = Begin(Answers(telegram, fixture));

        Assert.Null(await live.EndAsync());
        live.Listener.SoFar.Report(Some.Answer("One."));
        await live.DisposeAsync();
        live.Listener.SoFar.Report(Some.Answer("One.", "Two."));

        Assert.Empty(telegram.Calls);
    }

    private LiveAnswers Answers(ScriptedTelegram telegram, SqliteFixture fixture) => SomeLive.Answers(telegram, fixture.Database, time);

    private static LiveAnswer Begin(LiveAnswers answers) => answers.BeginOrNull(new Incoming.Question(Here, "Who?"), earlier: null, CancellationToken.None)!;

    private ScriptedTelegram Telegram(int calls)
    {
        var telegram = new ScriptedTelegram(time);
        foreach (var _ in Enumerable.Range(0, calls))
        {
            telegram.Replies(HttpStatusCode.OK, """{"ok":true,"result":true}""");
        }

        return telegram;
    }

    /// <summary>Lets time pass until it happens.</summary>
    private async Task UntilAsync(Func<bool> happened)
    {
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!happened())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, over.Token);
            time.Advance(happened() ? TimeSpan.Zero : TimeSpan.FromSeconds(0.25));
        }
    }
}
