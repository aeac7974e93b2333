namespace TelegramSandbox.Tests.BotApi;

public sealed class GetUpdatesTests
{
    [Fact]
    public async Task Update_ids_begin_with_the_time_and_increase()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        Say(sandbox, "1", "2");

        Assert.Equal([(int)StartedSandbox.Start.ToUnixTimeSeconds(), (int)StartedSandbox.Start.ToUnixTimeSeconds() + 1], await IdsAsync(sandbox));
    }

    [Fact]
    public async Task Updates_stay_until_an_offset_confirms_them()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        Say(sandbox, "1", "2", "3");
        var ids = await IdsAsync(sandbox);

        Assert.Equal(ids, await IdsAsync(sandbox));
        Assert.Equal(ids[1..], await IdsAsync(sandbox, new { offset = ids[1] }));
        Assert.Equal(ids[1..], await IdsAsync(sandbox));
    }

    [Fact]
    public async Task A_negative_offset_keeps_only_the_latest()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        Say(sandbox, "1", "2", "3");
        var ids = await IdsAsync(sandbox);

        Assert.Equal(ids[2..], await IdsAsync(sandbox, new { offset = -1 }));
        Assert.Equal(ids[2..], await IdsAsync(sandbox));
    }

    [Fact]
    public async Task No_more_than_the_limit_are_returned()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        Say(sandbox, "1", "2", "3");

        Assert.Equal(2, (await IdsAsync(sandbox, new { limit = 2 })).Length);
    }

    [Fact]
    public async Task A_long_poll_ends_with_the_first_update()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var poll = await BeginPollAsync(sandbox);

        Say(sandbox, "1");

        Assert.Equal(1, (await poll).Result.GetArrayLength());
    }

    [Fact]
    public async Task A_long_poll_ends_empty_when_its_time_is_over()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var poll = await BeginPollAsync(sandbox);

        await sandbox.AdvanceUntilAsync(poll, TimeSpan.FromSeconds(10));

        Assert.Equal(0, (await poll).Result.GetArrayLength());
    }

    [Fact]
    public async Task A_second_poll_terminates_the_first()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var first = await BeginPollAsync(sandbox);

        var second = sandbox.CallAsync("getUpdates", new { timeout = 30 });

        (await first).IsRefused(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        Say(sandbox, "1");
        Assert.Equal(1, (await second).Result.GetArrayLength());
    }

    [Fact]
    public async Task Polling_is_refused_while_a_webhook_is_set()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        await sandbox.CallAsync("setWebhook", new { url = "http://127.0.0.1:9/hook" });

        (await sandbox.CallAsync("getUpdates")).IsRefused(
            409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    }

    [Fact]
    public async Task Wanted_types_are_remembered_for_later_updates()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        await sandbox.CallAsync("getUpdates", new { allowed_updates = "[\"message_reaction\"]" });

        var message = sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "1");
        sandbox.Server.React(sandbox.Server.User, sandbox.Private, message, "👍");

        var update = Assert.Single(await sandbox.FetchAsync());
        Assert.Equal("👍", update.GetProperty("message_reaction").GetProperty("new_reaction")[0].GetProperty("emoji").GetString());
    }

    [Fact]
    public async Task Reactions_are_not_delivered_unasked()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var message = sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "1");
        await sandbox.CallAsync("getUpdates", new { allowed_updates = Array.Empty<string>() });

        sandbox.Server.React(sandbox.Server.User, sandbox.Private, message, "👍");

        Assert.True(Assert.Single(await sandbox.FetchAsync()).TryGetProperty("message", out _));
    }

    [Fact]
    public async Task Updates_are_kept_for_a_day()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        Say(sandbox, "old");
        sandbox.Clock.Advance(TimeSpan.FromHours(25));
        Say(sandbox, "new");

        Assert.Equal("new", Assert.Single(await sandbox.FetchAsync()).GetProperty("message").GetProperty("text").GetString());
    }

    private static void Say(StartedSandbox sandbox, params string[] texts)
    {
        foreach (var text in texts)
        {
            sandbox.Server.Send(sandbox.Server.User, sandbox.Private, text);
        }
    }

    private static async Task<int[]> IdsAsync(StartedSandbox sandbox, object? parameters = null) =>
        [.. (await sandbox.CallAsync("getUpdates", parameters)).Result.EnumerateArray().Select(update => update.GetProperty("update_id").GetInt32())];

    // Returns when the sandbox has got the call.
    private static async Task<Task<Reply>> BeginPollAsync(StartedSandbox sandbox)
    {
        var poll = sandbox.CallAsync("getUpdates", new { timeout = 30 });
        await StartedSandbox.UntilAsync(() => sandbox.Server.IsPolled);
        return poll;
    }
}
