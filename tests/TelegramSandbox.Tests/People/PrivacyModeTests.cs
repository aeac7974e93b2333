namespace TelegramSandbox.Tests.People;

public sealed class PrivacyModeTests
{
    [Theory]
    [InlineData("hello everybody", false)]
    [InlineData("/help", true)]
    [InlineData("/help@cstobot_sandbox_bot", true)]
    [InlineData("/help@CstoBot_Sandbox_Bot now", true)]
    [InlineData("/help@another_bot", false)]
    [InlineData("what is it, @cstobot_sandbox_bot?", true)]
    [InlineData("ask @another_bot", false)]
    public async Task A_group_message_is_delivered_when_it_is_for_the_bot(string text, bool isDelivered)
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        sandbox.Server.Send(sandbox.Server.User, sandbox.Server.Group, text);

        Assert.Equal(isDelivered ? 1 : 0, sandbox.Server.PendingUpdates);
    }

    [Fact]
    public async Task A_reply_to_the_bot_is_delivered_with_what_it_answers()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var sent = await sandbox.CallAsync("sendMessage", new { chat_id = sandbox.Server.Group.Id, text = "Which year?" });
        var id = sent.Result.GetProperty("message_id").GetInt32();

        sandbox.Server.Send(sandbox.Server.User, sandbox.Server.Group, "2002", replyTo: id);

        var message = Assert.Single(await sandbox.FetchAsync()).GetProperty("message");
        Assert.Equal("Which year?", message.GetProperty("reply_to_message").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_reply_to_somebody_else_is_not_delivered()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var first = sandbox.Server.Send(sandbox.Server.User, sandbox.Server.Group, "hello");

        sandbox.Server.Send(sandbox.Server.Admin, sandbox.Server.Group, "hi", replyTo: first);

        Assert.Equal(0, sandbox.Server.PendingUpdates);
    }

    [Fact]
    public async Task An_administrator_hears_everything()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        sandbox.Server.PromoteBot(sandbox.Server.Group);

        sandbox.Server.Send(sandbox.Server.User, sandbox.Server.Group, "hello");

        Assert.Equal(2, sandbox.Server.PendingUpdates);
    }

    [Fact]
    public async Task With_privacy_off_everything_is_delivered()
    {
        await using var sandbox = await StartedSandbox.NewAsync(groupPrivacy: false);

        sandbox.Server.Send(sandbox.Server.User, sandbox.Server.Group, "hello");

        Assert.Equal(1, sandbox.Server.PendingUpdates);
    }

    [Fact]
    public async Task A_removed_bot_hears_nothing()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        sandbox.Server.KickBot(sandbox.Server.Group);

        sandbox.Server.Send(sandbox.Server.User, sandbox.Server.Group, "/help");

        Assert.True(Assert.Single(await sandbox.FetchAsync()).TryGetProperty("my_chat_member", out _));
    }
}
