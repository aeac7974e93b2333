using System.Text.Json;

namespace TelegramSandbox.Tests.BotApi;

public sealed class InteractionTests
{
    private const string TooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";

    [Fact]
    public async Task A_pressed_button_reaches_the_bot_with_its_message()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var pressed = await PressedAsync(sandbox);

        var query = Assert.Single(await sandbox.FetchAsync()).GetProperty("callback_query");

        Assert.Equal(pressed.QueryId, query.GetProperty("id").GetString());
        Assert.Equal("go", query.GetProperty("data").GetString());
        Assert.Equal(sandbox.Server.User.Id, query.GetProperty("from").GetProperty("id").GetInt64());
        Assert.Equal("choose", query.GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_answer_reaches_the_person_who_pressed()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var pressed = await PressedAsync(sandbox);

        await sandbox.CallAsync("answerCallbackQuery", new { callback_query_id = pressed.QueryId, text = "ok", cache_time = 5 });

        Assert.Equal(new CallbackAnswer("ok", false, null, 5), await pressed.Answer);
    }

    [Fact]
    public async Task A_late_answer_is_refused()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var pressed = await PressedAsync(sandbox);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(16));

        (await sandbox.CallAsync("answerCallbackQuery", new { callback_query_id = pressed.QueryId })).IsRefused(400, TooOld);
        Assert.False(pressed.Answer.IsCompleted);
    }

    [Fact]
    public async Task Wrong_answers_are_refused()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var pressed = await PressedAsync(sandbox);

        (await sandbox.CallAsync("answerCallbackQuery", new { callback_query_id = "1" })).IsRefused(400, TooOld);
        (await sandbox.CallAsync("answerCallbackQuery", new { callback_query_id = pressed.QueryId, text = new string('x', 201) }))
            .IsRefused(400, "Bad Request: MESSAGE_TOO_LONG");
    }

    [Fact]
    public async Task A_button_that_is_not_there_cannot_be_pressed()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var message = sandbox.Server.Messages(sandbox.Private)[^1];

        Assert.Throws<ArgumentException>(() => sandbox.Server.Press(sandbox.Server.User, sandbox.Private, message.Id, "go"));
    }

    [Fact]
    public async Task Chat_actions_are_checked()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        Assert.True((await sandbox.CallAsync("sendChatAction", new { chat_id = sandbox.Private.Id, action = "typing" })).Ok);
        (await sandbox.CallAsync("sendChatAction", new { chat_id = sandbox.Private.Id, action = "dancing" }))
            .IsRefused(400, "Bad Request: wrong parameter action in request");
    }

    [Fact]
    public async Task A_reaction_is_one_of_telegrams()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var id = sandbox.Server.Messages(sandbox.Private)[0].Id;

        Assert.True((await ReactAsync(sandbox, id, "👀")).Ok);
        Assert.Equal("👀", sandbox.Server.Messages(sandbox.Private)[0].Reactions[sandbox.Server.BotId]);
        (await ReactAsync(sandbox, id, "🐈‍⬛")).IsRefused(400, "Bad Request: REACTION_INVALID");
        (await ReactAsync(sandbox, 7, "👀")).IsRefused(400, "Bad Request: message to react not found");
    }

    [Fact]
    public async Task An_inline_query_is_answered_with_results()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var asked = sandbox.Server.InlineQuery(sandbox.Server.User, "CSTO");
        var query = Assert.Single(await sandbox.FetchAsync()).GetProperty("inline_query");

        await AnswerInlineAsync(sandbox, asked.QueryId, """[{"type":"article","id":"1","title":"t","input_message_content":{"message_text":"x"}}]""");

        Assert.Equal("CSTO", query.GetProperty("query").GetString());
        var answer = await asked.Answer;
        Assert.Equal("t", Assert.Single(answer.Results).GetProperty("title").GetString());
        Assert.Equal(300, answer.CacheTime);
    }

    [Theory]
    [InlineData("""[{"type":"article","id":"","title":"t","input_message_content":{"message_text":"x"}}]""", "Bad Request: RESULT_ID_INVALID")]
    [InlineData("""[{"type":"article","id":"1","title":"","input_message_content":{"message_text":"x"}}]""", "Bad Request: RESULT_TITLE_EMPTY")]
    [InlineData("""[{"type":"photo","id":"1"},{"type":"photo","id":"1"}]""", "Bad Request: RESULT_ID_DUPLICATE")]
    [InlineData("""[{"type":"article","id":"1","title":"t","input_message_content":{"message_text":""}}]""", "Bad Request: message text is empty")]
    [InlineData("""[{"type":"article","id":"1","title":"t","input_message_content":{"message_text":"<b","parse_mode":"HTML"}}]""", "Bad Request: can't parse entities: Unclosed start tag at byte offset 0")]
    public async Task Wrong_results_are_refused(string results, string description)
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var asked = sandbox.Server.InlineQuery(sandbox.Server.User, "CSTO");

        (await AnswerInlineAsync(sandbox, asked.QueryId, results)).IsRefused(400, description);
    }

    private static async Task<PressedButton> PressedAsync(StartedSandbox sandbox)
    {
        var sent = await sandbox.CallAsync("sendMessage", new
        {
            chat_id = sandbox.Private.Id,
            text = "choose",
            reply_markup = """{"inline_keyboard":[[{"text":"Go","callback_data":"go"}]]}""",
        });
        return sandbox.Server.Press(sandbox.Server.User, sandbox.Private, sent.Result.GetProperty("message_id").GetInt32(), "go");
    }

    private static Task<Reply> ReactAsync(StartedSandbox sandbox, int id, string emoji) => sandbox.CallAsync(
        "setMessageReaction", new { chat_id = sandbox.Private.Id, message_id = id, reaction = new[] { new { type = "emoji", emoji } } });

    private static Task<Reply> AnswerInlineAsync(StartedSandbox sandbox, string id, string results) => sandbox.CallAsync(
        "answerInlineQuery", new { inline_query_id = id, results = JsonSerializer.Deserialize<JsonElement>(results) });
}
