using System.Globalization;
using CstoBot.LanguageModels;
using CstoBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Xunit;

namespace CstoBot.Tests.LanguageModels;

public sealed class ModelCheckTests
{
    [Theory]
    [InlineData(200, """{"object":"list","data":[{"id":"tiny-chat","object":"model","created":1,"owned_by":"me"}]}""", "Information: The language model tiny-chat at {0} is there")]
    [InlineData(200, """{"object":"list","data":[{"id":"a"},{"id":"b\u0007"},{"id":"c"},{"id":"d"},{"id":"e"},{"id":"f"}]}""", "Warning: {0} does not list the model tiny-chat: check Model:Name. It has: a, b, c, d, e (and 1 more)")]
    [InlineData(200, """{"object":"list","data":[]}""", "Warning: {0} does not list the model tiny-chat: check Model:Name. It has: none (and 0 more)")]
    [InlineData(401, """{"error":{"message":"sk-very-secret is wrong"}}""", "Warning: {0} refuses the key (401): check Model:Key")]
    [InlineData(403, "", "Warning: {0} refuses the key (403): check Model:Key")]
    [InlineData(404, "", "Information: {0} has no list of models (404): whether Model:Endpoint and Model:Name are right shows at the first question")]
    [InlineData(500, "", "Warning: {0} answered 500 when asked for its models; questions are answered by quotes while it fails")]
    [InlineData(200, "<html>", "Warning: {0} does not answer as an OpenAI-compatible server does: check Model:Endpoint. Questions are answered by quotes while it fails")]
    [InlineData(200, "[]", "Warning: {0} does not answer as an OpenAI-compatible server does: check Model:Endpoint. Questions are answered by quotes while it fails")]
    public async Task What_is_wrong_with_the_settings_is_told_in_one_line(int status, string body, string expected)
    {
        await using var server = await ChatEndpoint.StartAsync();
        server.Models = http =>
        {
            http.Response.StatusCode = status;
            return http.Response.WriteAsync(body);
        };

        Assert.Equal([string.Format(CultureInfo.InvariantCulture, expected, server.Address)], await CheckAsync(SomeModel.Settings(server.Address)));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_and_without_a_model_there_is_nothing_to_tell()
    {
        Assert.Equal(
            ["Warning: http://127.0.0.1:9/v1 cannot be reached: check Model:Endpoint. Questions are answered by quotes while it fails"],
            await CheckAsync(SomeModel.Settings("http://127.0.0.1:9/v1")));
        Assert.Empty(await CheckAsync(new ModelOptions()));
    }

    private static async Task<IEnumerable<string>> CheckAsync(ModelOptions options)
    {
        var logs = new CollectingLogs();
        using var check = new ModelCheck(Options.Create(options), TimeProvider.System, new LoggerOf<ModelCheck>(logs));
        await check.StartAsync(CancellationToken.None);
        await check.ExecuteTask!;
        return logs.Lines.Select(line => line.TrimEnd());
    }
}
