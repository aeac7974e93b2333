using CstoBot.Storage.Sqlite;
using CstoBot.Tests.Fakes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>An answer can be read in a group while it is written: in the message that the answer will be.</summary>
public sealed class LiveGroupAnswerTests
{
    private const string Stop = "⏹ Stop";

    [Fact]
    public async Task The_first_statement_is_sent_then_edited_as_more_come_and_the_answer_takes_its_place()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = new WrittenAnswer(bot.Answerer);
        var question = Ask(bot);

        await answer.TellAsync("One.");
        var message = await bot.NextFromBotAsync(bot.Sandbox.Group, question);
        await answer.TellAsync("One.", "Two.");
        var edited = await ShowsAsync(bot, "One. [1]\n\nTwo. [2]\n\n…");
        answer.Finish();
        var final = await ShowsAsync(bot, "One. [1]\n\nTwo. [2]\n[1]");

        Assert.Equal(("One. [1]\n\n…", question), (message.Text, message.ReplyToMessageId));
        Assert.Equal((message.Id, Stop), (edited.Id, Assert.Single(Assert.Single(edited.InlineKeyboard)).Text));
        Assert.Equal(message.Id, final.Id);
        Assert.DoesNotContain(final.InlineKeyboard.SelectMany(row => row), button => button.Text == Stop);
        Assert.Single(bot.FromBot(bot.Sandbox.Group));
    }

    [Fact]
    public async Task The_buttons_of_the_answer_work_as_under_any_other()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = new WrittenAnswer(bot.Answerer);
        var question = Ask(bot);
        await answer.TellAsync("One.");
        var message = await bot.NextFromBotAsync(bot.Sandbox.Group, question);
        answer.Finish();
        var final = await ShowsAsync(bot, "One. [1]\n[1]");

        Assert.Equal("Thank you!", (await bot.PressAsync(final, "👍")).Text);
        bot.Answerer.Write = null;
        bot.Answerer.Answer = (_, _) => Task.FromResult(Some.Answered("Changed."));
        bot.Sandbox.Edit(bot.Sandbox.User, bot.Sandbox.Group, question, $"@{bot.Sandbox.Bot.Username} when?");

        Assert.Equal(message.Id, (await ShowsAsync(bot, "Changed. [1]")).Id);
    }

    [Fact]
    public async Task Who_asked_stops_it_and_the_answer_is_what_was_verified_by_then()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = new WrittenAnswer(bot.Answerer);
        var question = Ask(bot);
        await answer.TellAsync("One.");
        var message = await bot.NextFromBotAsync(bot.Sandbox.Group, question);

        var reply = await bot.PressAsync(message, Stop);

        Assert.Equal("", reply.Text);
        Assert.Equal(message.Id, (await ShowsAsync(bot, "One. [1]\n[1]")).Id);
    }

    [Fact]
    public async Task Somebody_else_is_told_that_they_may_not_while_it_goes_on_and_a_moderator_may()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Roles:Moderators"] = $"{bot.Sandbox.Moderator.Id}";
        await bot.StartBotAsync();
        var newcomer = bot.Sandbox.AddPerson("Newcomer");
        var group = bot.Sandbox.AddGroup("A group", [bot.Sandbox.User, bot.Sandbox.Moderator, newcomer]);
        var answer = new WrittenAnswer(bot.Answerer);
        var question = bot.Sandbox.Send(bot.Sandbox.User, group, $"@{bot.Sandbox.Bot.Username} who?");
        await answer.TellAsync("One.");
        var message = await bot.NextFromBotAsync(group, question);

        var refusal = await bot.PressAsync(message, Stop, newcomer);

        Assert.Equal(("Only the person who asked, or a moderator, can stop this answer.", true), (refusal.Text, refusal.ShowAlert));
        Assert.False((await answer.ListenerAsync()).Stop.IsCancellationRequested);

        await bot.PressAsync(message, Stop, bot.Sandbox.Moderator);

        Assert.Equal(message.Id, (await bot.WaitAsync(group, final => final.Text.StartsWith("One. [1]\n[1]", StringComparison.Ordinal))).Id);
    }

    [Fact]
    public async Task After_a_sudden_end_what_was_left_is_deleted_and_the_question_answered_anew()
    {
        await using var bot = await BotFixture.StartAsync();
        var question = Ask(bot);
        await new WrittenAnswer(bot.Answerer).TellAsync("One.");
        var left = await bot.NextFromBotAsync(bot.Sandbox.Group, question);
        await NotedAsync(bot);

        await bot.StopBotAtOnceAsync();
        var again = new WrittenAnswer(bot.Answerer);
        await bot.StartBotAsync();
        await again.TellAsync("One.", "Two.");
        again.Finish();
        var final = await ShowsAsync(bot, "One. [1]\n\nTwo. [2]\n[1]");

        Assert.NotEqual(left.Id, final.Id);
        Assert.Equal(final.Id, Assert.Single(bot.FromBot(bot.Sandbox.Group)).Id);
    }

    [Fact]
    public async Task Where_somebody_deletes_it_the_answer_is_a_message_of_its_own()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Sandbox.Fail(Fault.Error("editMessageText", 400, "Bad Request: message to edit not found"));
        var answer = new WrittenAnswer(bot.Answerer);
        var question = Ask(bot);
        await answer.TellAsync("One.");
        var message = await bot.NextFromBotAsync(bot.Sandbox.Group, question);
        answer.Finish();

        var final = await ShowsAsync(bot, "One. [1]\n[1]");

        Assert.NotEqual(message.Id, final.Id);
    }

    [Fact]
    public async Task When_no_answer_comes_of_it_it_is_withdrawn()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = new WrittenAnswer(bot.Answerer);
        bot.Answerer.Answer = (_, _) => throw new InvalidOperationException("A fault.");
        var question = Ask(bot);
        await answer.TellAsync("One.");
        await bot.NextFromBotAsync(bot.Sandbox.Group, question);
        answer.Finish();

        await ShowsAsync(bot, "Something went wrong");

        Assert.Single(bot.FromBot(bot.Sandbox.Group));
    }

    [Fact]
    public async Task In_a_topic_it_is_shown_there()
    {
        await using var bot = await BotFixture.StartAsync();
        var topic = bot.Sandbox.Topics(bot.Sandbox.Forum).Keys.First();
        var answer = new WrittenAnswer(bot.Answerer);
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Sandbox.Forum, $"@{bot.Sandbox.Bot.Username} who?", threadId: topic);
        await answer.TellAsync("One.");

        var message = await bot.NextFromBotAsync(bot.Sandbox.Forum, question);

        Assert.Equal((topic, "One. [1]\n\n…"), (message.ThreadId, message.Text));
        answer.Finish();
    }

    [Fact]
    public async Task Where_answers_are_read_in_private_nothing_of_them_is_shown_before_the_group()
    {
        await using var bot = await BotFixture.StartAsync();
        var settings = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.Group, $"/settings@{bot.Sandbox.Bot.Username}");
        await bot.PressAsync(settings, "In private, by a button", bot.Sandbox.Admin);
        bot.Answerer.Write = (_, listener, _) =>
        {
            listener.SoFar.Report(Some.Answer("One."));
            return Task.CompletedTask;
        };

        await bot.NextFromBotAsync(bot.Sandbox.Group, Ask(bot));

        Assert.DoesNotContain(bot.FromBot(bot.Sandbox.Group), message => message.Text.Contains("One.", StringComparison.Ordinal));
    }

    private static int Ask(BotFixture bot) => bot.Sandbox.Send(bot.Sandbox.User, bot.Sandbox.Group, $"@{bot.Sandbox.Bot.Username} who?");

    /// <summary>Waits until the bot knows which message it has sent.</summary>
    private static async Task NotedAsync(BotFixture bot)
    {
        using var over = new CancellationTokenSource(BotFixture.Patience);
        var database = bot.Run.Services.GetRequiredService<SqliteDatabase>();
        while (await database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM live_messages"), over.Token) == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, over.Token);
        }
    }

    private static Task<SandboxMessage> ShowsAsync(BotFixture bot, string beginning) =>
        bot.WaitAsync(bot.Sandbox.Group, message => message.From.IsBot && message.Text.StartsWith(beginning, StringComparison.Ordinal));
}
