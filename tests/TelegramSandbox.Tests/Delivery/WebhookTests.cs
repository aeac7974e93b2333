namespace TelegramSandbox.Tests.Delivery;

public sealed class WebhookTests
{
    [Fact]
    public async Task Updates_are_pushed_in_order_with_the_secret()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        await using var bot = await WebhookReceiver.StartAsync();
        await SetAsync(sandbox, bot);

        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "1");
        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "2");

        var first = await bot.NextAsync();
        Assert.Equal("1", first.Text);
        Assert.Equal("s3cret", first.Secret);
        Assert.Equal("2", (await bot.NextAsync()).Text);
        await StartedSandbox.UntilAsync(() => sandbox.Server.PendingUpdates == 0);
    }

    [Fact]
    public async Task What_waited_before_the_webhook_was_set_is_pushed_too()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        await using var bot = await WebhookReceiver.StartAsync();
        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "early");

        await SetAsync(sandbox, bot);

        Assert.Equal("early", (await bot.NextAsync()).Text);
    }

    [Fact]
    public async Task An_update_that_is_not_taken_comes_again_before_the_next()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        await using var bot = await WebhookReceiver.StartAsync([500, 503]);
        await SetAsync(sandbox, bot);
        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "1");
        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "2");

        var texts = ReadAsync(bot, 4);
        await sandbox.AdvanceUntilAsync(texts, TimeSpan.FromSeconds(1));

        Assert.Equal(["1", "1", "1", "2"], await texts);
    }

    [Fact]
    public async Task An_update_that_comes_twice_by_chance_is_pushed_twice()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        await using var bot = await WebhookReceiver.StartAsync();
        await SetAsync(sandbox, bot);
        sandbox.Server.FailByChance(new ChanceFaults(Seed: 1) { RepeatedUpdates = 1 });

        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "1");
        var first = await ReadAsync(bot, 2);
        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "2");

        Assert.Equal(["1", "1", "2", "2"], [.. first, .. await ReadAsync(bot, 2)]);
        await StartedSandbox.UntilAsync(() => sandbox.Server.PlayedFaults.RepeatedUpdates == 2);
    }

    [Fact]
    public async Task A_failure_is_shown_in_the_webhooks_state()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        await using var bot = await WebhookReceiver.StartAsync([500]);
        await SetAsync(sandbox, bot);
        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "1");
        await bot.NextAsync();

        var info = await FailedInfoAsync(sandbox);

        Assert.Equal("Wrong response from the webhook: 500 Internal Server Error", info.GetProperty("last_error_message").GetString());
        Assert.Equal(1, info.GetProperty("pending_update_count").GetInt32());
        Assert.Equal(bot.Url, info.GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_method_in_the_answer_is_carried_out()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        await using var bot = await WebhookReceiver.StartAsync(
            answer: $$"""{"method":"sendMessage","chat_id":{{sandbox.Private.Id}},"text":"pong"}""");
        await SetAsync(sandbox, bot);

        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "ping");

        await sandbox.Server.WaitForMessageAsync(
            sandbox.Private, message => message.Text == "pong", TimeSpan.FromMinutes(1), StartedSandbox.Cancelled);
    }

    [Fact]
    public async Task Deleting_the_webhook_allows_polling_again()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        await sandbox.CallAsync("setWebhook", new { url = "http://127.0.0.1:9/hook" });
        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "1");

        await sandbox.CallAsync("deleteWebhook");

        Assert.Single(await sandbox.FetchAsync());
    }

    [Fact]
    public async Task Pending_updates_can_be_dropped()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "1");

        await sandbox.CallAsync("deleteWebhook", new { drop_pending_updates = true });

        Assert.Equal(0, sandbox.Server.PendingUpdates);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/x", "", "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("https://example.org/x", "", "Bad Request: bad webhook: the sandbox delivers to loopback addresses only")]
    [InlineData("http://127.0.0.1:9/x", "with space", "Bad Request: secret token contains unallowed characters")]
    public async Task Wrong_webhooks_are_refused(string url, string secret, string description)
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        (await sandbox.CallAsync("setWebhook", new { url, secret_token = secret })).IsRefused(400, description);
    }

    private static async Task SetAsync(StartedSandbox sandbox, WebhookReceiver bot) =>
        Assert.True((await sandbox.CallAsync("setWebhook", new { url = bot.Url, secret_token = "s3cret" })).Ok);

    private static async Task<IReadOnlyList<string>> ReadAsync(WebhookReceiver bot, int count)
    {
        var texts = new List<string>();
        while (texts.Count < count)
        {
            texts.Add((await bot.NextAsync()).Text);
        }

        return texts;
    }

    private static async Task<System.Text.Json.JsonElement> FailedInfoAsync(StartedSandbox sandbox)
    {
        while (true)
        {
            var info = (await sandbox.CallAsync("getWebhookInfo")).Result;
            if (info.TryGetProperty("last_error_message", out _))
            {
                return info;
            }
        }
    }
}
