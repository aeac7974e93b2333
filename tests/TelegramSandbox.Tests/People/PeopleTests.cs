using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;

namespace TelegramSandbox.Tests.People;

public sealed class PeopleTests
{
    [Fact]
    public async Task A_message_looks_as_telegram_writes_it()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var id = sandbox.Server.Send(sandbox.Server.Moderator, sandbox.Server.PrivateChat(sandbox.Server.Moderator), "/ask Когда?");

        var update = Assert.Single(await sandbox.FetchAsync());

        var person = sandbox.Server.Moderator;
        Assert.Equal(
            JsonSerializer.Serialize(new
            {
                message_id = id,
                from = new { id = person.Id, is_bot = false, first_name = person.FirstName, username = person.Username, language_code = "ru" },
                chat = new { id = person.Id, first_name = person.FirstName, username = person.Username, type = "private" },
                date = StartedSandbox.Start.ToUnixTimeSeconds(),
                text = "/ask Когда?",
                entities = new[] { new { offset = 0, length = 4, type = "bot_command" } },
            }),
            JsonSerializer.Serialize(update.GetProperty("message")));
    }

    [Fact]
    public async Task An_edit_is_delivered_as_an_edited_message()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var id = sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "wen?");

        sandbox.Server.Edit(sandbox.Server.User, sandbox.Private, id, "when?");

        var edited = (await sandbox.FetchAsync())[1].GetProperty("edited_message");
        Assert.Equal("when?", edited.GetProperty("text").GetString());
        Assert.Equal(id, edited.GetProperty("message_id").GetInt32());
        Assert.True(edited.TryGetProperty("edit_date", out _));
    }

    [Fact]
    public async Task A_message_in_a_topic_names_it_and_so_does_a_reply()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var forum = sandbox.Server.Forum;
        var topic = sandbox.Server.Topics(forum).Keys.First();
        var asked = sandbox.Server.Send(sandbox.Server.User, forum, "/ask", threadId: topic);

        var reply = await sandbox.CallAsync("sendMessage", new { chat_id = forum.Id, text = "a", reply_parameters = new { message_id = asked } });

        var message = Assert.Single(await sandbox.FetchAsync()).GetProperty("message");
        Assert.Equal(topic, message.GetProperty("message_thread_id").GetInt32());
        Assert.True(message.GetProperty("is_topic_message").GetBoolean());
        Assert.Equal(topic, reply.Result.GetProperty("message_thread_id").GetInt32());
    }

    [Fact]
    public async Task Blocking_and_unblocking_are_told_to_the_bot()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        sandbox.Server.Block(sandbox.Server.User);
        sandbox.Server.Unblock(sandbox.Server.User);

        var updates = await sandbox.Client().GetUpdates(cancellationToken: StartedSandbox.Cancelled);

        Assert.Equal(
            [ChatMemberStatus.Kicked, ChatMemberStatus.Member],
            updates.Select(update => update.MyChatMember!.NewChatMember.Status));
    }

    [Fact]
    public async Task The_client_understands_every_change_of_the_bots_standing()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        sandbox.Server.KickBot(sandbox.Server.Group);
        sandbox.Server.AddBot(sandbox.Server.Group);
        sandbox.Server.PromoteBot(sandbox.Server.Group);

        var updates = await sandbox.Client().GetUpdates(cancellationToken: StartedSandbox.Cancelled);

        Assert.Equal(
            [ChatMemberStatus.Kicked, ChatMemberStatus.Member, ChatMemberStatus.Administrator],
            updates.Select(update => update.MyChatMember!.NewChatMember.Status));
    }

    [Fact]
    public async Task Any_object_can_be_queued_as_an_update()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        sandbox.Server.SendRaw(JsonSerializer.Deserialize<JsonElement>("""{"update_id":1,"message":{"rich_message":{"blocks":[{"type":"buttons"}]}}}"""));
        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "after");

        var updates = await sandbox.FetchAsync();

        Assert.Equal("buttons", updates[0].GetProperty("message").GetProperty("rich_message").GetProperty("blocks")[0].GetProperty("type").GetString());
        Assert.Equal(updates[0].GetProperty("update_id").GetInt32() + 1, updates[1].GetProperty("update_id").GetInt32());
    }

    [Fact]
    public async Task People_cannot_do_what_telegram_does_not_let_them()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var sent = (await sandbox.SayAsync("mine")).Result.GetProperty("message_id").GetInt32();
        var server = sandbox.Server;

        Assert.Throws<ArgumentException>(() => server.Edit(server.User, sandbox.Private, sent, "yours"));
        Assert.Throws<ArgumentException>(() => server.Send(server.Admin, sandbox.Private, "intrusion"));
        Assert.Throws<ArgumentException>(() => server.Send(server.User, sandbox.Private, new string('x', 4097)));
        server.Block(server.User);
        Assert.Throws<InvalidOperationException>(() => server.Send(server.User, sandbox.Private, "hello?"));
    }

    [Fact]
    public async Task Waiting_for_a_message_ends_when_it_comes_or_its_time_is_over()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var waiting = sandbox.Server.WaitForMessageAsync(
            sandbox.Private, message => message.Text == "done", TimeSpan.FromMinutes(1), StartedSandbox.Cancelled);

        await sandbox.SayAsync("done");

        Assert.Equal("done", (await waiting).Text);
        await Assert.ThrowsAsync<TimeoutException>(() => sandbox.Server.WaitForMessageAsync(
            sandbox.Private, message => message.Text == "never", TimeSpan.FromMilliseconds(20), StartedSandbox.Cancelled));
    }

    [Fact]
    public async Task A_language_goes_with_later_messages()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        sandbox.Server.SetLanguage(sandbox.Server.User, "ru");

        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "1");

        Assert.Equal("ru", Assert.Single(await sandbox.FetchAsync()).GetProperty("message").GetProperty("from").GetProperty("language_code").GetString());
    }
}
