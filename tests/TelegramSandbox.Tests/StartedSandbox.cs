using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;

namespace TelegramSandbox.Tests;

/// <summary>A running sandbox with a plain HTTP client, for tests that look at the wire.</summary>
public sealed class StartedSandbox : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private StartedSandbox(SandboxServer server, FakeTimeProvider clock)
    {
        Server = server;
        Clock = clock;
        Http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(1) };
    }

    public SandboxServer Server { get; }

    public FakeTimeProvider Clock { get; }

    public HttpClient Http { get; }

    public SandboxChat Private => Server.PrivateChat(Server.User);

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<StartedSandbox> NewAsync(bool rateLimits = false, bool groupPrivacy = true)
    {
        var clock = new FakeTimeProvider(Start);
        var options = new SandboxOptions { Port = 0, RateLimits = rateLimits, GroupPrivacy = groupPrivacy, TimeProvider = clock };
        return new StartedSandbox(await SandboxServer.StartAsync(options, Cancelled), clock);
    }

    /// <summary>A sandbox whose user has written to the bot, and whose bot has fetched that.</summary>
    public static async Task<StartedSandbox> WithChatAsync(bool rateLimits = false)
    {
        var sandbox = await NewAsync(rateLimits);
        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "/start");
        await sandbox.FetchAsync();
        return sandbox;
    }

    public TelegramBotClient Client() => new(new TelegramBotClientOptions(Server.BotToken, Server.Address.ToString()) { RetryCount = 1 });

    public Uri Method(string method) => new($"{Server.Address}bot{Server.BotToken}/{method}");

    public async Task<Reply> CallAsync(string method, object? parameters = null)
    {
        using var response = await Http.PostAsJsonAsync(Method(method), parameters ?? new { }, Cancelled);
        return await Reply.ReadAsync(response);
    }

    /// <summary>Lets the sandbox's time pass until a call is over.</summary>
    public async Task AdvanceUntilAsync(Task task, TimeSpan step)
    {
        while (!task.IsCompleted)
        {
            Clock.Advance(step);
            await Task.WhenAny(task, RealMomentAsync());
        }
    }

    /// <summary>Waits for something that no event tells.</summary>
    public static async Task UntilAsync(Func<bool> happened)
    {
        while (!happened())
        {
            Cancelled.ThrowIfCancellationRequested();
            await RealMomentAsync();
        }
    }

    /// <summary>Sends a text to the user's private chat.</summary>
    public Task<Reply> SayAsync(string text, string parseMode = "") =>
        CallAsync("sendMessage", new { chat_id = Private.Id, text, parse_mode = parseMode });

    /// <summary>Fetches and confirms all updates.</summary>
    public async Task<IReadOnlyList<JsonElement>> FetchAsync()
    {
        var updates = (await CallAsync("getUpdates")).Result.EnumerateArray().ToList();
        if (updates.Count > 0)
        {
            await CallAsync("getUpdates", new { offset = updates[^1].GetProperty("update_id").GetInt32() + 1, limit = 1 });
        }

        return updates;
    }

    private static Task RealMomentAsync() => Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>Telegram's envelope.</summary>
public sealed record Reply(HttpStatusCode Status, JsonElement Body)
{
    public bool Ok => Body.GetProperty("ok").GetBoolean();

    public JsonElement Result => Ok ? Body.GetProperty("result") : throw new InvalidOperationException(Description);

    public string Description => Body.GetProperty("description").GetString()!;

    public int RetryAfter => Body.GetProperty("parameters").GetProperty("retry_after").GetInt32();

    public static async Task<Reply> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(StartedSandbox.Cancelled));

    public void IsRefused(int code, string description)
    {
        Assert.False(Ok, Body.GetRawText());
        Assert.Equal(description, Description);
        Assert.Equal(code, Body.GetProperty("error_code").GetInt32());
        Assert.Equal(code, (int)Status);
    }
}
