namespace TelegramSandbox.Tests.BotApi;

public sealed class KeyboardTests
{
    [Theory]
    [InlineData("{\"text\":\"a\",\"callback_data\":\"\"}", "Bad Request: BUTTON_DATA_INVALID")]
    [InlineData("{\"text\":\"a\",\"callback_data\":\"жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжж\"}", "Bad Request: BUTTON_DATA_INVALID")]
    [InlineData("{\"text\":\"a\"}", "Bad Request: can't parse inline keyboard button: text buttons are unallowed in the inline keyboard")]
    [InlineData("{\"callback_data\":\"a\"}", "Bad Request: can't parse inline keyboard button: can't find field \"text\"")]
    [InlineData("{\"text\":\"a\",\"url\":\"localhost\"}", "Bad Request: inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL")]
    public async Task Wrong_buttons_are_refused(string button, string description)
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        (await SendAsync(sandbox, $"{{\"inline_keyboard\":[[{button}]]}}")).IsRefused(400, description);
    }

    [Fact]
    public async Task Data_of_64_bytes_fits()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        Assert.True((await SendAsync(sandbox, $"{{\"inline_keyboard\":[[{{\"text\":\"a\",\"callback_data\":\"{new string('ж', 32)}\"}}]]}}")).Ok);
    }

    [Fact]
    public async Task Broken_markup_is_refused()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        (await SendAsync(sandbox, "{")).IsRefused(400, "Bad Request: can't parse reply keyboard markup JSON object");
    }

    [Fact]
    public async Task Other_kinds_of_keyboards_are_accepted()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        var reply = await SendAsync(sandbox, """{"force_reply":true}""");

        Assert.False(reply.Result.TryGetProperty("reply_markup", out _));
    }

    [Fact]
    public async Task A_keyboard_comes_back_as_it_was_sent()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        var reply = await SendAsync(sandbox, """{"inline_keyboard":[[{"text":"a","callback_data":"1"},{"text":"b","url":"https://a.org"}],[{"text":"c","copy_text":{"text":"x"}}]]}""");

        Assert.Equal(
            """{"inline_keyboard":[[{"text":"a","callback_data":"1"},{"text":"b","url":"https://a.org/"}],[{"text":"c","copy_text":{"text":"x"}}]]}""",
            reply.Result.GetProperty("reply_markup").GetRawText());
    }

    private static Task<Reply> SendAsync(StartedSandbox sandbox, string markup) =>
        sandbox.CallAsync("sendMessage", new { chat_id = sandbox.Private.Id, text = "hi", reply_markup = markup });
}
