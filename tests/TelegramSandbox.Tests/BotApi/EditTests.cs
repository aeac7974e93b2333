using System.Text.Json;

namespace TelegramSandbox.Tests.BotApi;

public sealed class EditTests
{
    [Fact]
    public async Task An_edit_replaces_text_and_buttons_and_is_marked()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var id = await SentAsync(sandbox);

        var edited = (await EditAsync(sandbox, id, "<i>b</i>")).Result;

        Assert.Equal("b", edited.GetProperty("text").GetString());
        Assert.Equal(StartedSandbox.Start.ToUnixTimeSeconds(), edited.GetProperty("edit_date").GetInt64());
        Assert.False(edited.TryGetProperty("reply_markup", out _));
        Assert.True(sandbox.Server.Messages(sandbox.Private)[^1].IsEdited);
    }

    [Fact]
    public async Task A_change_of_buttons_alone_is_no_edit_of_the_text()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var id = await SentAsync(sandbox);

        var edited = await sandbox.CallAsync("editMessageReplyMarkup", new { chat_id = sandbox.Private.Id, message_id = id });

        Assert.False(edited.Result.TryGetProperty("reply_markup", out _));
        Assert.False(sandbox.Server.Messages(sandbox.Private)[^1].IsEdited);
    }

    [Fact]
    public async Task The_same_again_is_refused()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var id = await SentAsync(sandbox);
        await EditAsync(sandbox, id, "b");

        (await EditAsync(sandbox, id, "b")).IsRefused(
            400,
            "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
    }

    [Fact]
    public async Task Wrong_edits_are_refused()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var id = await SentAsync(sandbox);
        var asked = sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "mine");

        (await EditAsync(sandbox, id, new string('x', 4097))).IsRefused(400, "Bad Request: MESSAGE_TOO_LONG");
        (await EditAsync(sandbox, id, "")).IsRefused(400, "Bad Request: message text is empty");
        (await EditAsync(sandbox, 7, "b")).IsRefused(400, "Bad Request: message to edit not found");
        (await EditAsync(sandbox, 0, "b")).IsRefused(400, "Bad Request: message identifier is not specified");
        (await EditAsync(sandbox, asked, "b")).IsRefused(400, "Bad Request: message can't be edited");
    }

    [Fact]
    public async Task A_deleted_message_is_gone()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var id = await SentAsync(sandbox);

        Assert.True((await DeleteAsync(sandbox, id)).Result.GetBoolean());
        Assert.DoesNotContain(sandbox.Server.Messages(sandbox.Private), message => message.Id == id);
        (await DeleteAsync(sandbox, id)).IsRefused(400, "Bad Request: message to delete not found");
        (await EditAsync(sandbox, id, "b")).IsRefused(400, "Bad Request: message to edit not found");
    }

    [Fact]
    public async Task An_old_message_cannot_be_deleted()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var id = await SentAsync(sandbox);
        sandbox.Clock.Advance(TimeSpan.FromHours(49));

        (await DeleteAsync(sandbox, id)).IsRefused(400, "Bad Request: message can't be deleted");
    }

    [Fact]
    public async Task A_member_cannot_delete_what_others_wrote_in_a_group()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var group = sandbox.Server.Group;
        var id = sandbox.Server.Send(sandbox.Server.User, group, "mine");

        var asMember = await sandbox.CallAsync("deleteMessage", new { chat_id = group.Id, message_id = id });
        sandbox.Server.PromoteBot(group);
        var asAdministrator = await sandbox.CallAsync("deleteMessage", new { chat_id = group.Id, message_id = id });

        asMember.IsRefused(400, "Bad Request: message can't be deleted");
        Assert.True(asAdministrator.Ok);
    }

    private static async Task<int> SentAsync(StartedSandbox sandbox)
    {
        var sent = await sandbox.CallAsync("sendMessage", new
        {
            chat_id = sandbox.Private.Id,
            text = "a",
            reply_markup = JsonSerializer.Deserialize<JsonElement>("""{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}"""),
        });
        return sent.Result.GetProperty("message_id").GetInt32();
    }

    private static Task<Reply> EditAsync(StartedSandbox sandbox, int id, string text) =>
        sandbox.CallAsync("editMessageText", new { chat_id = sandbox.Private.Id, message_id = id, text, parse_mode = "HTML" });

    private static Task<Reply> DeleteAsync(StartedSandbox sandbox, int id) =>
        sandbox.CallAsync("deleteMessage", new { chat_id = sandbox.Private.Id, message_id = id });
}
