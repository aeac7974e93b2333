using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TelegramSandbox.Tests.BotApi;

public sealed class ProfileAndChatTests
{
    [Fact]
    public async Task Commands_are_kept_by_scope_and_language()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var client = sandbox.Client();

        await client.SetMyCommands([new BotCommand("help", "How to ask")], cancellationToken: StartedSandbox.Cancelled);
        await client.SetMyCommands([new BotCommand("help", "Как спросить")], languageCode: "ru", cancellationToken: StartedSandbox.Cancelled);

        Assert.Equal("How to ask", Assert.Single(await client.GetMyCommands(cancellationToken: StartedSandbox.Cancelled)).Description);
        Assert.Equal("Как спросить", Assert.Single(await client.GetMyCommands(languageCode: "ru", cancellationToken: StartedSandbox.Cancelled)).Description);
        Assert.Empty(await client.GetMyCommands(BotCommandScope.AllGroupChats(), cancellationToken: StartedSandbox.Cancelled));
        await client.DeleteMyCommands(cancellationToken: StartedSandbox.Cancelled);
        Assert.Empty(await client.GetMyCommands(cancellationToken: StartedSandbox.Cancelled));
    }

    [Theory]
    [InlineData("Help", "x", "Bad Request: BOT_COMMAND_INVALID")]
    [InlineData("", "x", "Bad Request: BOT_COMMAND_INVALID")]
    [InlineData("help", "", "Bad Request: command description must be non-empty")]
    public async Task Wrong_commands_are_refused(string command, string text, string description)
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        (await sandbox.CallAsync("setMyCommands", new { commands = new[] { new { command, description = text } } })).IsRefused(400, description);
    }

    [Fact]
    public async Task Descriptions_are_kept_and_limited()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        await sandbox.CallAsync("setMyDescription", new { description = "I answer." });

        Assert.Equal("I answer.", (await sandbox.CallAsync("getMyDescription")).Result.GetProperty("description").GetString());
        Assert.True((await sandbox.CallAsync("setMyShortDescription", new { short_description = "Short" })).Ok);
        (await sandbox.CallAsync("setMyDescription", new { description = new string('x', 513) })).IsRefused(400, "Bad Request: description is too long");
    }

    [Fact]
    public async Task The_client_reads_chats_and_members()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var client = sandbox.Client();
        var group = sandbox.Server.Group.Id;

        var chat = await client.GetChat(group, StartedSandbox.Cancelled);
        var forum = await client.GetChat(sandbox.Server.Forum.Id, StartedSandbox.Cancelled);
        var user = await client.GetChatMember(group, sandbox.Server.User.Id, StartedSandbox.Cancelled);
        var administrators = await client.GetChatAdministrators(group, cancellationToken: StartedSandbox.Cancelled);

        Assert.Equal(ChatType.Group, chat.Type);
        Assert.True(forum.IsForum);
        Assert.Equal(ChatMemberStatus.Member, user.Status);
        Assert.Equal(sandbox.Server.Admin.Id, Assert.Single(administrators).User.Id);
        Assert.Equal(4, await client.GetChatMemberCount(group, StartedSandbox.Cancelled));
    }

    [Fact]
    public async Task A_bot_that_left_is_told_so_and_stays_out()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var group = sandbox.Server.Group.Id;

        Assert.True((await sandbox.CallAsync("leaveChat", new { chat_id = group })).Ok);

        var update = Assert.Single(await sandbox.FetchAsync()).GetProperty("my_chat_member");
        Assert.Equal("left", update.GetProperty("new_chat_member").GetProperty("status").GetString());
        (await sandbox.CallAsync("sendMessage", new { chat_id = group, text = "hi" }))
            .IsRefused(403, "Forbidden: bot is not a member of the group chat");
    }

    [Fact]
    public async Task Private_chats_have_no_administrators()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        (await sandbox.CallAsync("getChatAdministrators", new { chat_id = sandbox.Private.Id }))
            .IsRefused(400, "Bad Request: there are no administrators in the private chat");
    }

    [Fact]
    public async Task Trivial_methods_succeed()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        Assert.True((await sandbox.CallAsync("logOut")).Result.GetBoolean());
        Assert.True((await sandbox.CallAsync("close")).Result.GetBoolean());
    }
}
