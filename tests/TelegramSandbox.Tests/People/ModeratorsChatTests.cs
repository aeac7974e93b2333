namespace TelegramSandbox.Tests.People;

public sealed class ModeratorsChatTests
{
    [Fact]
    public async Task The_user_is_not_in_the_moderators_group()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var (server, chat) = (sandbox.Server, sandbox.Server.ModeratorsChat);

        var user = await sandbox.CallAsync("getChatMember", new { chat_id = chat.Id, user_id = server.User.Id });
        var moderator = await sandbox.CallAsync("getChatMember", new { chat_id = chat.Id, user_id = server.Moderator.Id });
        var admin = await sandbox.CallAsync("getChatMember", new { chat_id = chat.Id, user_id = server.Admin.Id });

        Assert.Equal(SandboxChatType.Group, chat.Type);
        Assert.Equal(["left", "member", "creator"], new[] { user, moderator, admin }.Select(reply => reply.Result.GetProperty("status").GetString()));
        Assert.Throws<ArgumentException>(() => server.Send(server.User, chat, "Let me in"));
    }

    [Fact]
    public async Task The_bot_writes_there_and_hears_who_replies_to_it_or_taps_its_button()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var (server, chat) = (sandbox.Server, sandbox.Server.ModeratorsChat);
        var card = (await sandbox.CallAsync("sendMessage", new
        {
            chat_id = chat.Id,
            text = "A case",
            reply_markup = """{"inline_keyboard":[[{"text":"Take","callback_data":"take"}]]}""",
        })).Result.GetProperty("message_id").GetInt32();

        server.Send(server.Moderator, chat, "Among ourselves");
        server.Send(server.Moderator, chat, "A better answer", replyTo: card);
        server.Press(server.Admin, chat, card, "take");

        var updates = await sandbox.FetchAsync();
        Assert.Equal(2, updates.Count);
        Assert.Equal("A better answer", updates[0].GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(card, updates[0].GetProperty("message").GetProperty("reply_to_message").GetProperty("message_id").GetInt32());
        Assert.Equal("take", updates[1].GetProperty("callback_query").GetProperty("data").GetString());
    }

    [Fact]
    public async Task What_a_person_deletes_is_gone_without_a_word_to_the_bot_and_a_reply_to_it_must_allow_for_that()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var asked = sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "Who?");
        await sandbox.FetchAsync();

        sandbox.Server.Delete(sandbox.Server.User, sandbox.Private, asked);

        Assert.Equal(0, sandbox.Server.PendingUpdates);
        (await ReplyAsync(sandbox, asked, allowed: false)).IsRefused(400, "Bad Request: message to be replied not found");
        var sent = await ReplyAsync(sandbox, asked, allowed: true);
        Assert.False(sent.Result.TryGetProperty("reply_to_message", out _));
        (await sandbox.CallAsync("deleteMessage", new { chat_id = sandbox.Private.Id, message_id = asked }))
            .IsRefused(400, "Bad Request: message to delete not found");
    }

    [Fact]
    public async Task A_person_deletes_only_what_is_their_own()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var (server, group) = (sandbox.Server, sandbox.Server.Group);
        var theirs = server.Send(server.User, group, "mine");
        var ofBot = (await sandbox.SayAsync("mine")).Result.GetProperty("message_id").GetInt32();

        Assert.Throws<ArgumentException>(() => server.Delete(server.Moderator, group, theirs));
        Assert.Throws<ArgumentException>(() => server.Delete(server.User, sandbox.Private, ofBot));
        server.Delete(server.User, group, theirs);
        Assert.Throws<ArgumentException>(() => server.Delete(server.User, group, theirs));
    }

    private static Task<Reply> ReplyAsync(StartedSandbox sandbox, int messageId, bool allowed) => sandbox.CallAsync("sendMessage", new
    {
        chat_id = sandbox.Private.Id,
        text = "Me",
        reply_parameters = new { message_id = messageId, allow_sending_without_reply = allowed },
    });
}
