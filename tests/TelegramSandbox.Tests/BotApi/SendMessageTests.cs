namespace TelegramSandbox.Tests.BotApi;

public sealed class SendMessageTests
{
    [Theory]
    [InlineData("", "", "Bad Request: message text is empty")]
    [InlineData(" \n ", "", "Bad Request: text must be non-empty")]
    [InlineData("<b></b>", "HTML", "Bad Request: text must be non-empty")]
    [InlineData("<x>", "HTML", "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0")]
    [InlineData("Ж<b>x", "HTML", "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("a.", "MarkdownV2", "Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'")]
    [InlineData("a", "LaTeX", "Bad Request: unsupported parse_mode")]
    public async Task Wrong_texts_are_refused(string text, string parseMode, string description)
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        (await sandbox.SayAsync(text, parseMode)).IsRefused(400, description);
    }

    [Fact]
    public async Task The_length_counts_after_the_markup_is_read()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        var longest = await sandbox.SayAsync($"<b>{new string('x', 4094)}😀</b>", "HTML");
        var tooLong = await sandbox.SayAsync($"{new string('x', 4095)}😀");

        Assert.True(longest.Ok);
        tooLong.IsRefused(400, "Bad Request: message is too long");
    }

    [Theory]
    [InlineData("", "Bad Request: chat_id is empty")]
    [InlineData("12345", "Bad Request: chat not found")]
    [InlineData("@nobody", "Bad Request: chat not found")]
    public async Task Wrong_chats_are_refused(string chat, string description)
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        (await sandbox.CallAsync("sendMessage", new { chat_id = chat, text = "hi" })).IsRefused(400, description);
    }

    [Fact]
    public async Task Only_a_person_begins_a_private_chat()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        (await sandbox.SayAsync("hi")).IsRefused(403, "Forbidden: bot can't initiate conversation with a user");
        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "hello");
        Assert.True((await sandbox.SayAsync("hi")).Ok);
    }

    [Fact]
    public async Task A_blocked_bot_cannot_write()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        sandbox.Server.Block(sandbox.Server.User);

        (await sandbox.SayAsync("hi")).IsRefused(403, "Forbidden: bot was blocked by the user");
    }

    [Fact]
    public async Task A_removed_bot_cannot_write()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        sandbox.Server.KickBot(sandbox.Server.Group);
        sandbox.Server.KickBot(sandbox.Server.Forum);

        (await sandbox.CallAsync("sendMessage", new { chat_id = sandbox.Server.Group.Id, text = "hi" }))
            .IsRefused(403, "Forbidden: bot was kicked from the group chat");
        (await sandbox.CallAsync("sendMessage", new { chat_id = sandbox.Server.Forum.Id, text = "hi" }))
            .IsRefused(403, "Forbidden: bot was kicked from the supergroup chat");
    }

    [Fact]
    public async Task A_reply_needs_its_message_unless_told_otherwise()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        var strict = await sandbox.CallAsync("sendMessage", new { chat_id = sandbox.Private.Id, text = "a", reply_parameters = new { message_id = 7 } });
        var lenient = await sandbox.CallAsync("sendMessage", new
        {
            chat_id = sandbox.Private.Id,
            text = "a",
            reply_parameters = new { message_id = 7, allow_sending_without_reply = true },
        });

        strict.IsRefused(400, "Bad Request: message to be replied not found");
        Assert.False(lenient.Result.TryGetProperty("reply_to_message", out _));
    }

    [Fact]
    public async Task A_quote_stands_in_the_message_that_is_replied_to()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var asked = sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "Who signed it?");

        var right = await sandbox.CallAsync("sendMessage", new { chat_id = sandbox.Private.Id, text = "a", reply_parameters = new { message_id = asked, quote = "signed" } });
        var wrong = await sandbox.CallAsync("sendMessage", new { chat_id = sandbox.Private.Id, text = "a", reply_parameters = new { message_id = asked, quote = "sang" } });

        Assert.Equal("signed", right.Result.GetProperty("quote").GetProperty("text").GetString());
        wrong.IsRefused(400, "Bad Request: QUOTE_TEXT_INVALID");
    }

    [Fact]
    public async Task A_message_goes_into_a_topic_that_exists()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var forum = sandbox.Server.Forum;
        var topic = sandbox.Server.Topics(forum).Keys.First();

        var right = await sandbox.CallAsync("sendMessage", new { chat_id = forum.Id, text = "a", message_thread_id = topic });
        var wrong = await sandbox.CallAsync("sendMessage", new { chat_id = forum.Id, text = "a", message_thread_id = 999 });

        Assert.True(right.Result.GetProperty("is_topic_message").GetBoolean());
        Assert.Equal(topic, sandbox.Server.Messages(forum)[^1].ThreadId);
        wrong.IsRefused(400, "Bad Request: message thread not found");
    }

    [Theory]
    [InlineData("bold", -1, 1, "Bad Request: receive an entity with incorrect offset -1")]
    [InlineData("bold", 0, 9, "Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 4")]
    [InlineData("bold", 1, 1, "Bad Request: entity beginning at UTF-16 offset 1 begins or ends in a middle of a UTF-16 symbol")]
    [InlineData("wavy", 0, 1, "Bad Request: can't parse MessageEntity: unsupported type specified")]
    public async Task Explicit_entities_are_checked(string type, int offset, int length, string description)
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        var reply = await sandbox.CallAsync("sendMessage", new { chat_id = sandbox.Private.Id, text = "😀ab", entities = new[] { new { type, offset, length } } });

        reply.IsRefused(400, description);
    }
}
