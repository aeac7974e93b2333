namespace TelegramSandbox.Tests.BotApi;

public sealed class RateLimitTests
{
    [Fact]
    public async Task A_private_chat_takes_a_burst_and_then_one_a_second()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync(rateLimits: true);
        await AllowsAsync(sandbox, sandbox.Private, 4);

        var refused = await sandbox.SayAsync("5");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));

        refused.IsRefused(429, "Too Many Requests: retry after 1");
        Assert.Equal(1, refused.RetryAfter);
        await AllowsAsync(sandbox, sandbox.Private, 1);
        (await sandbox.SayAsync("7")).IsRefused(429, "Too Many Requests: retry after 1");
    }

    [Fact]
    public async Task A_group_takes_20_a_minute()
    {
        await using var sandbox = await StartedSandbox.NewAsync(rateLimits: true);
        await AllowsAsync(sandbox, sandbox.Server.Group, 20);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(18.5));

        (await SayAsync(sandbox, sandbox.Server.Group)).IsRefused(429, "Too Many Requests: retry after 42");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(42));
        await AllowsAsync(sandbox, sandbox.Server.Group, 20);
    }

    [Fact]
    public async Task All_chats_together_take_30_a_second()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync(rateLimits: true);
        await AllowsAsync(sandbox, sandbox.Server.Group, 20);
        await AllowsAsync(sandbox, sandbox.Server.Forum, 10);

        (await sandbox.SayAsync("31")).IsRefused(429, "Too Many Requests: retry after 1");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        await AllowsAsync(sandbox, sandbox.Private, 4);
    }

    [Fact]
    public async Task Edits_count_and_refused_messages_do_not()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync(rateLimits: true);
        var id = (await sandbox.SayAsync("1")).Result.GetProperty("message_id").GetInt32();
        await sandbox.SayAsync("<broken", "HTML");
        await AllowsAsync(sandbox, sandbox.Private, 2);

        var edit = await sandbox.CallAsync("editMessageText", new { chat_id = sandbox.Private.Id, message_id = id, text = "2" });

        Assert.True(edit.Ok);
        (await sandbox.SayAsync("5")).IsRefused(429, "Too Many Requests: retry after 1");
    }

    [Fact]
    public async Task Without_limits_everything_is_taken()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync(rateLimits: false);

        await AllowsAsync(sandbox, sandbox.Private, 50);
    }

    private static async Task AllowsAsync(StartedSandbox sandbox, SandboxChat chat, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            var reply = await SayAsync(sandbox, chat);
            Assert.True(reply.Ok, $"message {number} was refused: {reply.Body}");
        }
    }

    private static Task<Reply> SayAsync(StartedSandbox sandbox, SandboxChat chat) =>
        sandbox.CallAsync("sendMessage", new { chat_id = chat.Id, text = "x" });
}
