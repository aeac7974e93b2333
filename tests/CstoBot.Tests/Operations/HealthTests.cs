using System.Net;
using System.Text.Json;
using CstoBot.Operations.Health;
using CstoBot.Retrieval;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram;
using CstoBot.Tests.Host;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Operations;

public sealed class HealthTests
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task A_running_bot_is_alive_and_ready_and_says_so_of_each_part()
    {
        await using var bot = await StartAsync();

        var (live, _) = await GetAsync(bot, HealthPage.Live);
        var (ready, answer) = await ReadyAsync(bot);

        Assert.Equal(HttpStatusCode.OK, live);
        Assert.Equal(HttpStatusCode.OK, ready);
        Assert.Equal("healthy", answer.GetProperty("status").GetString());
        Assert.Equal(["running", "index", "storage", "telegram", "model"], answer.GetProperty("checks").EnumerateObject().Select(check => check.Name));
        Assert.All(answer.GetProperty("checks").EnumerateObject(), check =>
        {
            Assert.Equal("healthy", check.Value.GetProperty("status").GetString());
            Assert.NotEmpty(check.Value.GetProperty("message").GetString()!);
        });
        Assert.DoesNotContain(bot.Sandbox.BotToken, answer.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_ready_while_no_source_is_loaded()
    {
        await using var bot = await StartAsync();
        bot.Run.Services.GetRequiredService<CurrentIndex>().Switch(null!);

        var (ready, answer) = await ReadyAsync(bot);
        var (live, _) = await GetAsync(bot, HealthPage.Live);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);
        Assert.Equal("unhealthy", StatusOf(answer, "index"));
        Assert.Equal(HttpStatusCode.OK, live);
    }

    [Fact]
    public async Task It_is_not_ready_while_nothing_can_be_stored()
    {
        await using var bot = await StartAsync();
        await using (var other = new SqliteConnection(bot.Run.Services.GetRequiredService<SqliteDatabase>().ConnectionString))
        {
            await other.OpenAsync(CancellationToken.None);
            await using var holding = other.BeginTransaction();
            await using var write = new SqliteCommand("DELETE FROM inbox", other, holding);
            await write.ExecuteNonQueryAsync(CancellationToken.None);

            var (ready, answer) = await ReadyAsync(bot);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);
            Assert.Equal("unhealthy", StatusOf(answer, "storage"));
        }
    }

    [Fact]
    public async Task It_is_not_ready_once_it_is_told_to_stop()
    {
        await using var bot = await StartAsync();
        bot.Run.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        var (ready, answer) = await ReadyAsync(bot);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);
        Assert.Equal("stopping", answer.GetProperty("checks").GetProperty("running").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_bot_with_a_webhook_tells_it_beside_that()
    {
        await using var bot = await BotFixture.PrepareAsync();
        var address = new Uri($"http://127.0.0.1:{SomePort.Free()}");
        bot.Setting.Settings["Telegram:Mode"] = "Webhook";
        bot.Setting.Settings["Telegram:WebhookUrl"] = new Uri(address, "/telegram").ToString();
        bot.Setting.Settings["Telegram:WebhookSecret"] = "a-secret";
        bot.Setting.Settings["Telegram:ListenUrl"] = address.ToString();
        await bot.StartBotAsync();
        await bot.AskAsync("Who?");

        var ready = await Http.GetAsync(new Uri(address, HealthPage.Ready), CancellationToken.None);
        var other = await Http.GetAsync(new Uri(address, "/health"), CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task An_address_that_is_taken_ends_the_start_with_one_clear_line()
    {
        await using var first = await StartAsync();
        await using var second = await BotFixture.PrepareAsync();
        second.Setting.Settings["Health:ListenUrl"] = AddressOf(first).ToString();

        var exception = await Assert.ThrowsAsync<StartupException>(second.StartBotAsync);

        Assert.StartsWith("Health:ListenUrl: cannot listen on", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Telegram_counts_as_gone_when_no_call_came_through_for_some_time()
    {
        var time = new FakeTimeProvider();
        var contact = new TelegramContact(time);
        var check = new TelegramHealth(contact, time);

        var unknown = await StateAsync(check);
        contact.NoteAnswer();
        time.Advance(TimeSpan.FromHours(1));
        var quiet = await StateAsync(check);
        contact.NoteFailure();
        var failing = await StateAsync(check);
        time.Advance(TelegramHealth.Patience);
        contact.NoteFailure();
        var gone = await StateAsync(check);
        contact.NoteAnswer();
        var back = await StateAsync(check);

        Assert.Equal([HealthStatus.Unhealthy, HealthStatus.Healthy, HealthStatus.Degraded, HealthStatus.Unhealthy, HealthStatus.Healthy], [unknown, quiet, failing, gone, back]);
    }

    private static async Task<HealthStatus> StateAsync(TelegramHealth check) => (await check.CheckHealthAsync(new HealthCheckContext(), CancellationToken.None)).Status;

    private static async Task<BotFixture> StartAsync()
    {
        var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Health:ListenUrl"] = "http://127.0.0.1:0";
        await bot.StartBotAsync();
        return bot;
    }

    private static Uri AddressOf(BotFixture bot) => bot.Run.Services.GetRequiredService<HealthServer>().AddressOrNull!;

    private static Task<(HttpStatusCode Status, JsonElement Answer)> ReadyAsync(BotFixture bot) => GetAsync(bot, HealthPage.Ready);

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> GetAsync(BotFixture bot, string path)
    {
        using var response = await Http.GetAsync(new Uri(AddressOf(bot), path), CancellationToken.None);
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(CancellationToken.None)));
    }

    private static string? StatusOf(JsonElement answer, string check) => answer.GetProperty("checks").GetProperty(check).GetProperty("status").GetString();
}
