using System.Collections.Concurrent;
using CstoBot.Tests.Fakes;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>An answer can be read in a private chat while it is written.</summary>
public sealed class LiveAnswerTests
{
    [Fact]
    public async Task What_is_verified_appears_as_it_comes_and_the_answer_takes_its_place()
    {
        await using var bot = await BotFixture.StartAsync();
        var (answer, shown) = (new WrittenAnswer(bot.Answerer), Watch(bot));
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");

        await answer.TellAsync("One.");
        var first = await DraftAsync(bot, "One. [1]\n\n…");
        await answer.TellAsync("One.", "Two <b>.");
        var second = await DraftAsync(bot, "One. [1]\n\nTwo <b>. [2]\n\n…");
        answer.Finish();
        var final = await bot.NextFromBotAsync(bot.Private, question);

        Assert.Equal((first.Id, true, true), (second.Id, second.CanStop, second.KeepOnStop));
        Assert.StartsWith("One. [1]\n\nTwo <b>. [2]\n[1]", final.Text, StringComparison.Ordinal);
        Assert.NotEmpty(final.InlineKeyboard);
        Assert.Empty(bot.Sandbox.Drafts(bot.Private));
        Assert.Single(bot.FromBot(bot.Private));
        Assert.Equal(2, shown.Count);
    }

    [Fact]
    public async Task Where_nothing_is_told_before_the_answer_nothing_is_shown_before_it()
    {
        await using var bot = await BotFixture.StartAsync();

        await bot.AskAsync("Who?");

        Assert.DoesNotContain(bot.Sandbox.Calls, call => call.Method == "sendMessageDraft");
    }

    [Fact]
    public async Task What_comes_too_fast_to_be_shown_is_skipped_and_the_newest_is_shown()
    {
        await using var bot = await BotFixture.StartAsync();
        var (answer, shown) = (new WrittenAnswer(bot.Answerer), Watch(bot));
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        await answer.TellAsync("1.");
        await DraftAsync(bot, "1. [1]\n\n…");

        foreach (var count in Enumerable.Range(2, 8))
        {
            await answer.TellAsync([.. Enumerable.Range(1, count).Select(number => $"{number}.")]);
        }

        await bot.Sandbox.WaitForDraftAsync(bot.Private, draft => draft.Text.EndsWith("9. [9]\n\n…", StringComparison.Ordinal), BotFixture.Patience, CancellationToken.None);

        Assert.Equal(2, shown.Count);
        answer.Finish();
    }

    [Fact]
    public async Task Who_has_read_enough_stops_it_and_gets_what_was_verified_by_then()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = new WrittenAnswer(bot.Answerer);
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        await answer.TellAsync("One.");
        var draft = await DraftAsync(bot, "One. [1]\n\n…");

        bot.Sandbox.StopWriting(bot.Sandbox.User, bot.Private, draft.Id);
        var final = await bot.NextFromBotAsync(bot.Private, question);

        Assert.StartsWith("One. [1]\n[1]", final.Text, StringComparison.Ordinal);
        Assert.Empty(bot.Sandbox.Drafts(bot.Private));
    }

    [Fact]
    public async Task A_pause_that_Telegram_asks_for_is_kept_and_then_the_newest_is_shown()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Sandbox.Fail(Fault.TooManyRequests("sendMessageDraft", 1));
        var answer = new WrittenAnswer(bot.Answerer);
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");

        await answer.TellAsync("One.");
        await DraftAsync(bot, "One. [1]\n\n…");
        answer.Finish();
        await bot.NextFromBotAsync(bot.Private, question);

        var calls = await bot.EndedCallsAsync("sendMessageDraft", 2);
        Assert.Equal([429, 200], calls.Select(call => call.StatusCode));
        Assert.True(calls[1].Time - calls[0].Time >= TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(400, "Bad Request: something new")]
    [InlineData(400, "Bad Request: can't parse entities: no")]
    [InlineData(500, "Internal Server Error")]
    public async Task A_failure_to_show_it_does_not_touch_the_answer(int code, string description)
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Sandbox.Fail(Fault.Error("sendMessageDraft", code, description) with { Times = 100 });
        var answer = new WrittenAnswer(bot.Answerer);
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");

        await answer.TellAsync("One.");
        await CalledAsync(bot, "sendMessageDraft");
        answer.Finish();

        Assert.StartsWith("One. [1]\n[1]", (await bot.NextFromBotAsync(bot.Private, question)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_does_not_wait_long_for_a_call_that_hangs()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Sandbox.Fail(Fault.Hang("sendMessageDraft", TimeSpan.FromHours(1)));
        var answer = new WrittenAnswer(bot.Answerer);
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");

        await answer.TellAsync("One.");
        await CalledAsync(bot, "sendMessageDraft");
        answer.Finish();

        Assert.StartsWith("One. [1]\n[1]", (await bot.NextFromBotAsync(bot.Private, question)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_sudden_end_the_question_is_answered_anew()
    {
        await using var bot = await BotFixture.StartAsync();
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        await new WrittenAnswer(bot.Answerer).TellAsync("One.");
        await DraftAsync(bot, "One. [1]\n\n…");

        await bot.StopBotAtOnceAsync();
        var again = new WrittenAnswer(bot.Answerer);
        await bot.StartBotAsync();
        await again.TellAsync("One.", "Two.");
        again.Finish();

        Assert.StartsWith("One. [1]\n\nTwo. [2]\n[1]", (await bot.NextFromBotAsync(bot.Private, question)).Text, StringComparison.Ordinal);
        Assert.Empty(bot.Sandbox.Drafts(bot.Private));
        Assert.Single(bot.FromBot(bot.Private));
    }

    [Fact]
    public async Task When_the_bot_is_to_end_nothing_more_is_shown_and_the_answer_is_finished()
    {
        await using var bot = await BotFixture.StartAsync();
        var (answer, shown) = (new WrittenAnswer(bot.Answerer), Watch(bot));
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        await answer.TellAsync("One.");
        await DraftAsync(bot, "One. [1]\n\n…");

        var stopping = bot.StopBotAsync();
        await answer.TellAsync("One.", "Two.");
        answer.Finish();
        await stopping;

        Assert.Single(shown);
        Assert.StartsWith("One. [1]\n\nTwo. [2]\n[1]", Assert.Single(bot.FromBot(bot.Private)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_question_changes_its_answer_once()
    {
        await using var bot = await BotFixture.StartAsync();
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        var first = await bot.NextFromBotAsync(bot.Private, question);
        bot.Answerer.Write = (_, listener, _) =>
        {
            listener.SoFar.Report(Some.Answer("One."));
            return Task.CompletedTask;
        };

        bot.Sandbox.Edit(bot.Sandbox.User, bot.Private, question, "When?");
        await bot.WaitAsync(bot.Private, message => message.Id == first.Id && message.Text.StartsWith("You asked: When?", StringComparison.Ordinal));

        Assert.DoesNotContain(bot.Sandbox.Calls, call => call.Method == "sendMessageDraft");
    }

    [Fact]
    public async Task Many_write_at_once_within_Telegrams_limits_and_every_answer_comes()
    {
        const int Chats = 30;
        await using var bot = await BotFixture.PrepareAsync();
        bot.Answerer.Write = async (_, listener, cancellationToken) =>
        {
            foreach (var count in Enumerable.Range(1, 6))
            {
                listener.SoFar.Report(Some.Answer([.. Enumerable.Repeat("More.", count)]));
                await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System, cancellationToken);
            }
        };
        await bot.StartBotAsync();
        var shown = Watch(bot);
        var chats = Enumerable.Range(0, Chats).Select(number => bot.Sandbox.AddPerson($"Person {number}")).ToDictionary(bot.Sandbox.PrivateChat);

        var asked = chats.ToDictionary(pair => pair.Key, pair => bot.Sandbox.Send(pair.Value, pair.Key, "Who?"));
        foreach (var (chat, question) in asked)
        {
            Assert.StartsWith("You asked: Who? [1]\n[1]", (await bot.NextFromBotAsync(chat, question)).Text, StringComparison.Ordinal);
        }

        Assert.Equal(0, bot.Sandbox.RefusedByLimits);
        Assert.All(chats.Keys, chat => Assert.Single(bot.FromBot(chat)));
        Assert.Equal(Chats, shown.Select(draft => draft.ChatId).Distinct().Count());
    }

    private static Task<SandboxDraft> DraftAsync(BotFixture bot, string text) =>
        bot.Sandbox.WaitForDraftAsync(bot.Private, draft => draft.Text == text, BotFixture.Patience, CancellationToken.None);

    private static ConcurrentQueue<SandboxDraft> Watch(BotFixture bot)
    {
        var shown = new ConcurrentQueue<SandboxDraft>();
        bot.Sandbox.DraftShown += shown.Enqueue;
        return shown;
    }

    private static async Task CalledAsync(BotFixture bot, string method)
    {
        using var over = new CancellationTokenSource(BotFixture.Patience);
        while (!bot.Sandbox.Calls.Any(call => call.Method == method))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, over.Token);
        }
    }
}
