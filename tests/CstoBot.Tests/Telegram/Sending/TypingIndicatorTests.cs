using System.Net;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;
using Xunit;

namespace CstoBot.Tests.Telegram.Sending;

public sealed class TypingIndicatorTests
{
    private static readonly ChatPlace Chat = new(5, 12, IsGroup: true);
    private readonly FakeTimeProvider time = new(Some.Time);

    [Fact]
    public async Task Shows_typing_during_long_work_and_again_until_it_is_done()
    {
        var telegram = Telegram(acceptedCalls: 100);
        var work = new TaskCompletionSource<string>();

        var during = Indicator(telegram).DuringAsync(Chat, () => work.Task, CancellationToken.None);
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (telegram.Calls.Count < 3)
        {
            over.Token.ThrowIfCancellationRequested();
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        work.SetResult("done");
        Assert.Equal("done", await during);
        var calls = telegram.Calls.Count;
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(calls, telegram.Calls.Count);
        Assert.All(telegram.Calls, call => Assert.Contains("\"message_thread_id\":12", call.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_to_show_it_does_not_touch_the_work()
    {
        var telegram = new ScriptedTelegram(time).IsUnreachable();
        var work = new TaskCompletionSource<int>();

        var during = Indicator(telegram).DuringAsync(Chat, () => work.Task, CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(1));
        work.SetResult(7);

        Assert.Equal(7, await during);
        Assert.Single(telegram.Calls);
    }

    [Fact]
    public async Task Quick_work_shows_nothing()
    {
        var telegram = new ScriptedTelegram(time);

        Assert.Equal(7, await Indicator(telegram).DuringAsync(Chat, () => Task.FromResult(7), CancellationToken.None));

        Assert.Empty(telegram.Calls);
    }

    private ScriptedTelegram Telegram(int acceptedCalls)
    {
        var telegram = new ScriptedTelegram(time);
        foreach (var _ in Enumerable.Range(0, acceptedCalls))
        {
            telegram.Replies(HttpStatusCode.OK, """{"ok":true,"result":true}""");
        }

        return telegram;
    }

    private TypingIndicator Indicator(ScriptedTelegram telegram) => new(
        new TelegramBotClient(new TelegramBotClientOptions("1:secret") { RetryThreshold = 0, RetryCount = 0 }, new HttpClient(telegram)),
        time,
        new LoggerOf<TypingIndicator>(new CollectingLogs()));
}
