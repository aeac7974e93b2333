using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class WebhookTests
{
    private const string Secret = "some_Secret-1";

    [Fact]
    public async Task Questions_that_Telegram_brings_are_answered_in_order()
    {
        await using var bot = await BotFixture.PrepareAsync();
        Listen(bot);
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Before?");
        await bot.StartBotAsync();

        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "One?");
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Two?");
        await bot.WaitAsync(bot.Private, message => message.Text.StartsWith("You asked: Two?", StringComparison.Ordinal));

        Assert.Equal(["Before?", "One?", "Two?"], bot.Answerer.Asked.Select(asked => asked.Question));
        Assert.DoesNotContain(bot.Sandbox.Calls, call => call.Method == "getUpdates");
    }

    [Fact]
    public async Task Back_to_polling_the_webhook_is_removed()
    {
        await using var bot = await BotFixture.PrepareAsync();
        Listen(bot);
        await bot.StartBotAsync();
        await bot.AskAsync("One?");
        await bot.StopBotAsync();
        bot.Setting.Settings.Remove("Telegram:Mode");
        await bot.StartBotAsync();

        Assert.StartsWith("You asked: Two?", (await bot.AskAsync("Two?")).Text, StringComparison.Ordinal);
        Assert.Contains(bot.Sandbox.Calls, call => call.Method == "deleteWebhook");
    }

    [Theory]
    [InlineData(Secret, "/telegram", """{"update_id":7,"message":{}}""", HttpStatusCode.OK)]
    [InlineData(Secret, "/telegram", """{"no":"update"}""", HttpStatusCode.OK)]
    [InlineData(Secret, "/telegram", "not JSON", HttpStatusCode.BadRequest)]
    [InlineData(Secret, "/elsewhere", "{}", HttpStatusCode.NotFound)]
    [InlineData("some_Secret-2", "/telegram", "{}", HttpStatusCode.Unauthorized)]
    [InlineData("", "/telegram", "{}", HttpStatusCode.Unauthorized)]
    public async Task Only_who_knows_the_secret_is_heard(string secret, string path, string body, HttpStatusCode expected)
    {
        await using var bot = await BotFixture.PrepareAsync();
        var address = Listen(bot);
        await bot.StartBotAsync();
        await bot.AskAsync("Ready?");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);

        using var response = await http.SendAsync(request, CancellationToken.None);

        Assert.Equal(expected, response.StatusCode);
        Assert.DoesNotContain(bot.Setting.Logs.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_without_end_is_refused()
    {
        await using var bot = await BotFixture.PrepareAsync();
        var address = Listen(bot);
        await bot.StartBotAsync();
        await bot.AskAsync("Ready?");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/telegram"))
        {
            Content = new StringContent($"\"{new string('x', 2_000_000)}\"", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);

        // Else the bot may hang up while the body is still being sent.
        request.Headers.ExpectContinue = true;

        using var response = await http.SendAsync(request, CancellationToken.None);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task An_address_that_is_taken_ends_the_bot_with_one_clear_line()
    {
        await using var bot = await BotFixture.PrepareAsync();
        var address = Listen(bot);
        using var taken = new TcpListener(IPAddress.Loopback, address.Port);
        taken.Start();
        await bot.StartBotAsync();

        await bot.Run.StoppedAsync().WaitAsync(BotFixture.Patience, CancellationToken.None);

        Assert.StartsWith("Telegram:ListenUrl: cannot listen", bot.Run.FailureOrNull, StringComparison.Ordinal);
    }

    private static Uri Listen(BotFixture bot)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        bot.Setting.Settings["Telegram:Mode"] = "Webhook";
        bot.Setting.Settings["Telegram:WebhookUrl"] = new Uri(address, "/telegram").ToString();
        bot.Setting.Settings["Telegram:WebhookSecret"] = Secret;
        bot.Setting.Settings["Telegram:ListenUrl"] = address.ToString();
        return address;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
