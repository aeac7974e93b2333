using System.Net;
using System.Text;
using System.Text.Json;

namespace TelegramSandbox.Tests.BotApi;

public sealed class ProtocolTests
{
    [Fact]
    public async Task Parameters_may_come_in_the_address()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        using var response = await sandbox.Http.GetAsync(
            new Uri($"{sandbox.Method("sendMessage")}?chat_id={sandbox.Private.Id}&text=hi"), StartedSandbox.Cancelled);

        Assert.Equal("hi", (await Reply.ReadAsync(response)).Result.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Parameters_may_come_as_a_form()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        using var form = new FormUrlEncodedContent([new("chat_id", $"{sandbox.Private.Id}"), new("text", "<b>hi</b>"), new("parse_mode", "HTML")]);

        using var response = await sandbox.Http.PostAsync(sandbox.Method("sendMessage"), form, StartedSandbox.Cancelled);

        var message = (await Reply.ReadAsync(response)).Result;
        Assert.Equal("bold", message.GetProperty("entities")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Objects_in_a_multipart_form_are_json_texts()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"{sandbox.Private.Id}"), "chat_id" },
            { new StringContent("hi"), "text" },
            { new StringContent("""{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}"""), "reply_markup" },
        };

        using var response = await sandbox.Http.PostAsync(sandbox.Method("sendMessage"), form, StartedSandbox.Cancelled);

        Assert.True((await Reply.ReadAsync(response)).Ok);
        Assert.Equal("b", sandbox.Server.Messages(sandbox.Private)[^1].InlineKeyboard[0][0].CallbackData);
        Assert.Equal(JsonValueKind.Object, sandbox.Server.Calls[^1].Parameters.GetProperty("reply_markup").ValueKind);
    }

    [Fact]
    public async Task The_name_of_a_method_may_be_in_any_case()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        Assert.True((await sandbox.CallAsync("GETME")).Ok);
    }

    [Fact]
    public async Task An_unknown_method_is_not_found()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        (await sandbox.CallAsync("makeCoffee")).IsRefused(404, "Not Found");
    }

    [Fact]
    public async Task A_wrong_token_is_unauthorized()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        using var response = await sandbox.Http.GetAsync(new Uri($"{sandbox.Server.Address}bot1:x/getMe"), StartedSandbox.Cancelled);

        (await Reply.ReadAsync(response)).IsRefused(401, "Unauthorized");
    }

    [Theory]
    [InlineData("{", "Bad Request: can't parse JSON object")]
    [InlineData("[1]", "Bad Request: can't parse JSON object")]
    [InlineData("{\"text\":\"\\ud83d\"}", "Bad Request: strings must be encoded in UTF-8")]
    public async Task Broken_json_is_refused(string json, string description)
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        using var body = new StringContent(json, Encoding.UTF8, "application/json");

        using var response = await sandbox.Http.PostAsync(sandbox.Method("sendMessage"), body, StartedSandbox.Cancelled);

        (await Reply.ReadAsync(response)).IsRefused(400, description);
    }

    [Fact]
    public async Task Every_call_is_logged_with_its_outcome()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        await sandbox.CallAsync("getme");
        await sandbox.CallAsync("sendMessage", new { chat_id = 5, text = "hi" });

        Assert.Equal([("getMe", 200), ("sendMessage", 400)], sandbox.Server.Calls.Select(call => (call.Method, call.StatusCode)));
        Assert.Equal("hi", sandbox.Server.Calls[1].Parameters.GetProperty("text").GetString());
        Assert.Equal(StartedSandbox.Start, sandbox.Server.Calls[0].Time);
    }

    [Fact]
    public async Task A_taken_port_is_skipped()
    {
        await using var first = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, StartedSandbox.Cancelled);

        await using var second = await SandboxServer.StartAsync(new SandboxOptions { Port = first.Address.Port }, StartedSandbox.Cancelled);

        Assert.InRange(second.Address.Port, first.Address.Port + 1, first.Address.Port + 99);
        Assert.Equal(IPAddress.Loopback.ToString(), second.Address.Host);
    }

    [Fact]
    public async Task A_token_can_be_chosen_and_names_the_bot()
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Port = 0, BotToken = "42:secret" }, StartedSandbox.Cancelled);

        Assert.Equal(42, server.BotId);
        Assert.Equal("42:secret", server.BotToken);
    }
}
