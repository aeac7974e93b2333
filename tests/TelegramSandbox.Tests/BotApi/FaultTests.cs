using System.Net;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace TelegramSandbox.Tests.BotApi;

public sealed class FaultTests
{
    [Fact]
    public async Task An_error_is_used_up_by_as_many_calls_as_were_asked_for()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        sandbox.Server.Fail(Fault.Error("sendMessage", 403, "Forbidden: user is deactivated") with { Times = 2 });

        (await sandbox.SayAsync("1")).IsRefused(403, "Forbidden: user is deactivated");
        (await sandbox.SayAsync("2")).IsRefused(403, "Forbidden: user is deactivated");
        Assert.True((await sandbox.SayAsync("3")).Ok);
        Assert.Equal(["/start", "3"], sandbox.Server.Messages(sandbox.Private).Select(message => message.Text));
    }

    [Fact]
    public async Task A_fault_waits_for_its_method_and_chat()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        sandbox.Server.Fail(Fault.TooManyRequests("sendMessage", 7) with { ChatId = sandbox.Server.Group.Id });

        var elsewhere = await sandbox.SayAsync("1");
        var there = await sandbox.CallAsync("sendMessage", new { chat_id = sandbox.Server.Group.Id, text = "1" });

        Assert.True(elsewhere.Ok);
        there.IsRefused(429, "Too Many Requests: retry after 7");
        Assert.Equal(7, there.RetryAfter);
    }

    [Fact]
    public async Task A_fault_for_any_method_spares_polling()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        sandbox.Server.Fail(Fault.Error(null, 500, "Internal Server Error"));

        Assert.True((await sandbox.CallAsync("getUpdates")).Ok);
        (await sandbox.CallAsync("getMe")).IsRefused(500, "Internal Server Error");
    }

    [Fact]
    public async Task The_client_cannot_read_a_page_of_html()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        sandbox.Server.Fail(Fault.HtmlPage("sendMessage", 502));

        var exception = await Assert.ThrowsAnyAsync<RequestException>(
            () => sandbox.Client().SendMessage(sandbox.Private.Id, "1", cancellationToken: StartedSandbox.Cancelled));

        Assert.Equal(HttpStatusCode.BadGateway, exception.HttpStatusCode);
    }

    [Fact]
    public async Task A_connection_dropped_before_means_nothing_was_sent()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        sandbox.Server.Fail(Fault.DropBefore("sendMessage"));

        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.SayAsync("1"));

        Assert.Single(sandbox.Server.Messages(sandbox.Private));
        Assert.Equal(0, sandbox.Server.Calls[^1].StatusCode);
    }

    [Fact]
    public async Task A_connection_dropped_after_means_it_was_sent_all_the_same()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        sandbox.Server.Fail(Fault.DropAfter("sendMessage"));

        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.SayAsync("1"));

        Assert.Equal("1", sandbox.Server.Messages(sandbox.Private)[^1].Text);
    }

    [Fact]
    public async Task A_delayed_call_is_carried_out_later()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        sandbox.Server.Fail(Fault.Delay("sendMessage", TimeSpan.FromMinutes(1)));

        var call = sandbox.SayAsync("1");
        await sandbox.AdvanceUntilAsync(call, TimeSpan.FromSeconds(30));

        Assert.True((await call).Ok);
        Assert.True(sandbox.Server.Messages(sandbox.Private)[^1].Date >= StartedSandbox.Start.AddMinutes(1));
    }
}
