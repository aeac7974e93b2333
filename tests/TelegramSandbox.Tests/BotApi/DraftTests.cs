namespace TelegramSandbox.Tests.BotApi;

public sealed class DraftTests
{
    [Fact]
    public async Task Shows_what_is_being_written_and_changes_it_until_a_message_comes()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        await DraftAsync(sandbox, 7, "<b>Six</b> countries");
        await DraftAsync(sandbox, 7, "<b>Six</b> countries are members");

        var draft = Assert.Single(sandbox.Server.Drafts(sandbox.Private));
        Assert.Equal((7, "Six countries are members", "bold"), (draft.Id, draft.Text, Assert.Single(draft.Entities).Type));
        Assert.Single(sandbox.Server.Messages(sandbox.Private));

        await sandbox.SayAsync("Six countries are members.");

        Assert.Empty(sandbox.Server.Drafts(sandbox.Private));
    }

    [Fact]
    public async Task Vanishes_after_30_seconds_unless_it_is_shown_again()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        await DraftAsync(sandbox, 1, "a");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(29));
        await DraftAsync(sandbox, 1, "a");

        sandbox.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Single(sandbox.Server.Drafts(sandbox.Private));

        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(sandbox.Server.Drafts(sandbox.Private));
    }

    [Fact]
    public async Task Is_for_private_chats_with_an_id_and_at_most_4096_characters()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        Assert.True((await DraftAsync(sandbox, 1, "")).Result.GetBoolean());
        Assert.True((await DraftAsync(sandbox, -1, $"<b>{new string('x', 4096)}</b>")).Result.GetBoolean());
        (await DraftAsync(sandbox, 0, "a")).IsRefused(400, "Bad Request: RANDOM_ID_INVALID");
        (await DraftAsync(sandbox, 1, new string('x', 4097))).IsRefused(400, "Bad Request: message is too long");
        Assert.StartsWith("Bad Request: can't parse entities", (await DraftAsync(sandbox, 1, "<b>a")).Description, StringComparison.Ordinal);
        (await sandbox.CallAsync("sendMessageDraft", new { chat_id = sandbox.Private.Id, draft_id = 1, text = "a", message_thread_id = 5 }))
            .IsRefused(400, "Bad Request: message thread not found");
        (await sandbox.CallAsync("sendMessageDraft", new { chat_id = sandbox.Server.Group.Id, draft_id = 1, text = "a" }))
            .IsRefused(400, "Bad Request: PEER_ID_INVALID");
    }

    [Fact]
    public async Task Counts_like_a_message()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync(rateLimits: true);
        for (var number = 0; number < 3; number++)
        {
            Assert.True((await DraftAsync(sandbox, 1, $"{number}")).Ok);
        }

        Assert.True((await sandbox.SayAsync("4")).Ok);
        (await DraftAsync(sandbox, 1, "5")).IsRefused(429, "Too Many Requests: retry after 1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_stops_it_is_heard_of_and_sees_no_more_of_it(bool isKept)
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        await sandbox.CallAsync("sendMessageDraft", new { chat_id = sandbox.Private.Id, draft_id = 1L << 60, text = "a", can_stop = true, keep_on_stop = isKept });

        sandbox.Server.StopWriting(sandbox.Server.User, sandbox.Private, 1L << 60);
        await DraftAsync(sandbox, 1L << 60, "a b");

        var stopped = Assert.Single(await sandbox.FetchAsync()).GetProperty("stopped_message_generation");
        Assert.Equal(1L << 60, stopped.GetProperty("draft_id").GetInt64());
        Assert.Equal(sandbox.Private.Id, stopped.GetProperty("chat").GetProperty("id").GetInt64());
        Assert.Equal(isKept ? ["a"] : [], sandbox.Server.Drafts(sandbox.Private).Select(draft => draft.Text));
        Assert.Throws<ArgumentException>(() => sandbox.Server.StopWriting(sandbox.Server.User, sandbox.Private, 1L << 60));
    }

    [Fact]
    public async Task Only_what_the_bot_lets_be_stopped_can_be_stopped()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        await DraftAsync(sandbox, 1, "a");

        Assert.Throws<ArgumentException>(() => sandbox.Server.StopWriting(sandbox.Server.User, sandbox.Private, 1));
        Assert.Throws<ArgumentException>(() => sandbox.Server.StopWriting(sandbox.Server.Admin, sandbox.Private, 1));
    }

    private static Task<Reply> DraftAsync(StartedSandbox sandbox, long id, string text) =>
        sandbox.CallAsync("sendMessageDraft", new { chat_id = sandbox.Private.Id, draft_id = id, text, parse_mode = "HTML" });
}
