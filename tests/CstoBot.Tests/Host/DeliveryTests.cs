using System.Text.Json;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Receiving;
using CstoBot.Tests.Fakes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class DeliveryTests
{
    [Fact]
    public async Task An_update_that_cannot_be_read_is_parked_and_blocks_no_other()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Before?");
        bot.Sandbox.SendRaw(JsonElement.Parse(
            """{"message":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"},"from":{"id":5,"is_bot":false,"first_name":"a"},"forward_origin":{"type":"brand_new"},"text":"poison"}}"""));
        bot.Sandbox.SendRaw(JsonElement.Parse("""{"message":"not even an object"}"""));
        var after = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "After?");
        await bot.StartBotAsync();

        await bot.WaitAsync(bot.Private, message => message.From.IsBot && message.Text.Contains("After?", StringComparison.Ordinal));

        Assert.Equal(2, bot.FromBot(bot.Private).Count(message => message.Id > after));
        Assert.Equal(2, (await bot.Run.Services.GetRequiredService<IInbox>().CountAsync(bot.Sandbox.BotId, CancellationToken.None)).Parked);
    }

    [Fact]
    public async Task What_came_with_an_update_that_cannot_even_be_parked_is_answered_once_the_database_works_again()
    {
        await using var bot = await BotFixture.StartAsync();
        var database = bot.Run.Services.GetRequiredService<SqliteDatabase>();
        await database.ReadAsync(connection => connection.Execute(
            "CREATE TRIGGER full BEFORE UPDATE ON inbox WHEN NEW.state = 'parked' BEGIN SELECT RAISE(FAIL, 'disk full'); END"), CancellationToken.None);
        await bot.StopBotAsync();
        bot.Sandbox.SendRaw(JsonElement.Parse("""{"message":"not even an object"}"""));
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "After?");
        await bot.StartBotAsync();

        await UntilAsync(() => bot.Setting.Logs.Lines.Any(line => line.Contains("Polling failed", StringComparison.Ordinal)));

        await bot.Run.Services.GetRequiredService<SqliteDatabase>().ReadAsync(connection => connection.Execute("DROP TRIGGER full"), CancellationToken.None);
        var answer = await bot.NextFromBotAsync(bot.Private, question);

        Assert.StartsWith("You asked: After?", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_database_takes_nothing_a_question_waits_and_is_then_answered_without_a_restart()
    {
        await using var bot = await BotFixture.StartAsync();
        var database = bot.Run.Services.GetRequiredService<SqliteDatabase>();
        await database.ReadAsync(connection => connection.Execute(
            "CREATE TRIGGER full BEFORE UPDATE ON inbox BEGIN SELECT RAISE(FAIL, 'disk full'); END"), CancellationToken.None);
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        await UntilAsync(() => bot.Setting.Logs.Lines.Count(line => line.Contains("could not be noted", StringComparison.Ordinal)) > 3);

        await database.ReadAsync(connection => connection.Execute("DROP TRIGGER full"), CancellationToken.None);
        var answer = await bot.NextFromBotAsync(bot.Private, question);

        Assert.StartsWith("You asked: Who?", answer.Text, StringComparison.Ordinal);
        Assert.Equal(2, bot.Answerer.Asked.Count);
    }

    [Fact]
    public async Task An_answer_that_a_full_disk_does_not_take_is_kept_and_given_once_there_is_room()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Limits:QuestionsPerMinute"] = "1";
        await bot.StartBotAsync();
        bot.Answerer.Answer = (_, _) => Task.FromResult(Some.Answered([.. "abcdefghij".Select(letter => new string(letter, 3_000))]));
        var database = bot.Run.Services.GetRequiredService<SqliteDatabase>();

        // SQLite takes no less than what is there; it then says that the disk is full.
        await database.WriteAsync(connection => connection.ExecuteScalar<long>("PRAGMA max_page_count = 1"), CancellationToken.None);
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        await UntilAsync(() => bot.Setting.Logs.Lines.Count(line => line.Contains("could not be stored", StringComparison.Ordinal)) > 3);
        await database.WriteAsync(connection => connection.ExecuteScalar<long>("PRAGMA max_page_count = 1000000"), CancellationToken.None);
        var answer = await bot.WaitAsync(bot.Private, message => message.From.IsBot);

        Assert.StartsWith("aaa", answer.Text, StringComparison.Ordinal);
        Assert.Single(bot.Answerer.Asked);
        Assert.All(bot.Setting.Logs.Lines.Where(line => line.Contains("disk is full", StringComparison.Ordinal)), line => Assert.DoesNotContain('\n', line));
    }

    [Fact]
    public async Task What_waits_for_the_database_does_not_hold_up_the_end_and_is_answered_at_the_next_start()
    {
        await using var bot = await BotFixture.StartAsync();
        var database = bot.Run.Services.GetRequiredService<SqliteDatabase>();
        await database.ReadAsync(connection => connection.Execute(
            "CREATE TRIGGER full BEFORE UPDATE ON inbox BEGIN SELECT RAISE(FAIL, 'disk full'); END"), CancellationToken.None);
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        await UntilAsync(() => bot.Setting.Logs.Lines.Any(line => line.Contains("could not be noted", StringComparison.Ordinal)));
        await database.ReadAsync(connection => connection.Execute("DROP TRIGGER full"), CancellationToken.None);

        await bot.StopBotAsync();
        Assert.Empty(bot.FromBot(bot.Private));
        await bot.StartBotAsync();

        Assert.StartsWith("You asked: Who?", (await bot.WaitAsync(bot.Private, message => message.From.IsBot)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_nested_deeper_than_any_is_read_and_blocks_no_other()
    {
        await using var bot = await BotFixture.StartAsync();
        var lists = string.Concat(Enumerable.Repeat("""{"type":"list","items":[{"blocks":[""", 16)) + "{}" + string.Concat(Enumerable.Repeat("]}]}", 16));
        bot.Sandbox.SendRaw(JsonElement.Parse(
            $$$"""{"message":{"message_id":900,"date":1,"chat":{"id":{{{bot.Private.Id}}},"type":"private"},"from":{"id":{{{bot.Sandbox.User.Id}}},"is_bot":false,"first_name":"a"},"text":"Deep?","unknown":{{{lists}}} } }""",
            new JsonDocumentOptions { MaxDepth = 200 }));

        await bot.AskAsync("/start");

        Assert.Equal("Deep?", Assert.Single(bot.Answerer.Asked).Question);
    }

    [Fact]
    public async Task An_update_that_lacks_what_all_have_is_parked_and_blocks_no_other()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Sandbox.SendRaw(JsonElement.Parse(
            $$$"""{"callback_query":{"id":"1","data":"x","message":{"message_id":1,"date":1,"chat":{"id":{{{bot.Private.Id}}},"type":"private"} } } }"""));

        await bot.AskAsync("Who?");

        Assert.Equal(1, (await bot.Run.Services.GetRequiredService<IInbox>().CountAsync(bot.Sandbox.BotId, CancellationToken.None)).Parked);
    }

    [Fact]
    public async Task An_apology_is_in_the_language_chosen_for_the_chat()
    {
        await using var bot = await BotFixture.StartAsync();
        var settings = await bot.AskAsync("/language");
        await bot.PressAsync(settings, "Русский");
        bot.Answerer.Answer = (_, _) => throw new InvalidOperationException("A fault.");

        Assert.StartsWith("Произошла ошибка.", (await bot.AskAsync("Bad?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_keeps_failing_is_tried_three_times_then_parked_with_a_word_to_the_user()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Answerer.Answer = (conversation, _) => conversation.Question == "Bad?"
            ? throw new InvalidOperationException("A fault.")
            : Task.FromResult(Some.Answered(conversation.Question));

        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Bad?");
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Good?");
        var elsewhere = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), "Elsewhere?");
        var good = await bot.WaitAsync(bot.Private, message => message.From.IsBot && message.Text.StartsWith("Good?", StringComparison.Ordinal));

        Assert.StartsWith("Elsewhere?", elsewhere.Text, StringComparison.Ordinal);
        Assert.StartsWith("Something went wrong", bot.FromBot(bot.Private)[0].Text, StringComparison.Ordinal);
        Assert.Equal(good.Id, bot.FromBot(bot.Private)[1].Id);
        Assert.Equal(3, bot.Answerer.Asked.Count(asked => asked.Question == "Bad?"));
    }

    [Fact]
    public async Task A_reply_whose_acknowledgement_is_lost_comes_once()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Answerer.Answer = (_, _) => Task.FromResult(Some.Answered(new string('a', 3_000), new string('b', 3_000)));
        bot.Sandbox.Fail(Fault.DropAfter("sendMessage"));
        bot.Sandbox.Fail(Fault.DropAfter("sendMessage"));

        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Long?");
        await bot.WaitAsync(bot.Private, message => message.InlineKeyboard.Count > 0);
        await bot.AskAsync("/start");

        Assert.Equal(['a', 'b', 'H'], bot.FromBot(bot.Private).Select(message => message.Text[0]));
    }

    [Fact]
    public async Task What_is_to_be_sent_when_the_bot_ends_is_sent_at_the_next_start_and_once()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Sandbox.Fail(Fault.Delay("sendMessage", TimeSpan.FromMinutes(1)));
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "One?");
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Two?");
        await UntilAsync(() => bot.Answerer.Asked.Count == 2 && bot.Sandbox.Calls.Any(call => call.Method == "sendMessage"));

        await bot.StopBotAtOnceAsync();
        await bot.StartBotAsync();
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "/start");
        await bot.WaitAsync(bot.Private, message => message.Text.StartsWith("Hello!", StringComparison.Ordinal));

        Assert.Equal(["You asked: One?", "You asked: Two?", "Hello!"], bot.FromBot(bot.Private).Select(message => message.Text.Split([" [1]", " Ask"], StringSplitOptions.None)[0]));
        Assert.Equal(2, bot.Answerer.Asked.Count);
    }

    [Fact]
    public async Task What_was_not_finished_is_taken_up_by_the_next_run()
    {
        await using var bot = await BotFixture.StartAsync();
        var started = new TaskCompletionSource();
        var usual = bot.Answerer.Answer;
        bot.Answerer.Answer = async (conversation, cancellationToken) =>
        {
            started.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return await usual(conversation, cancellationToken);
        };
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "First?");
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Second?");
        await started.Task.WaitAsync(BotFixture.Patience, CancellationToken.None);

        await bot.StopBotAtOnceAsync();
        bot.Answerer.Answer = usual;
        await bot.StartBotAsync();
        await bot.WaitAsync(bot.Private, message => message.Text.StartsWith("You asked: Second?", StringComparison.Ordinal));

        Assert.Equal(["You asked: First? [1]", "You asked: Second? [1]"], bot.FromBot(bot.Private).Select(message => message.Text.Split('\n')[0]));
    }

    [Fact]
    public async Task On_stopping_it_finishes_what_it_holds()
    {
        await using var bot = await BotFixture.StartAsync();
        var (started, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        bot.Answerer.Answer = async (conversation, _) =>
        {
            started.SetResult();
            await gate.Task;
            return Some.Answered(conversation.Question);
        };
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        await started.Task.WaitAsync(BotFixture.Patience, CancellationToken.None);

        var stopping = bot.StopBotAsync();
        gate.SetResult();
        await stopping;

        Assert.StartsWith("Who?", Assert.Single(bot.FromBot(bot.Private)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_that_Telegram_asks_for_is_kept()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Sandbox.Fail(Fault.TooManyRequests("sendMessage", retryAfterSeconds: 1));

        await bot.AskAsync("Who?");

        var calls = await bot.EndedCallsAsync("sendMessage", 2);
        Assert.Equal([429, 200], calls.Select(call => call.StatusCode));
        Assert.True(calls[1].Time - calls[0].Time >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_left_in_peace_and_others_are_answered()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Sandbox.Fail(Fault.Error("sendMessage", 403, "Forbidden: bot was blocked by the user") with { ChatId = bot.Private.Id });

        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        var next = await bot.AskAsync("And now?");

        Assert.StartsWith("You asked: And now?", next.Text, StringComparison.Ordinal);
        Assert.Single(bot.FromBot(bot.Private));
        Assert.DoesNotContain(bot.Setting.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Polling_goes_on_after_failures_of_every_kind()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Sandbox.Fail(Fault.HtmlPage("getUpdates", 502));
        bot.Sandbox.Fail(Fault.DropBefore("getUpdates"));
        bot.Sandbox.Fail(Fault.HtmlPage("setMyCommands", 502));
        await bot.StartBotAsync();

        Assert.StartsWith("You asked: Who?", (await bot.AskAsync("Who?")).Text, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var over = new CancellationTokenSource(BotFixture.Patience);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, over.Token);
        }
    }
}
