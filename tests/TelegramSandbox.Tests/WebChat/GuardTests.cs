using System.Net;

namespace TelegramSandbox.Tests.WebChat;

public sealed class GuardTests
{
    [Fact]
    public async Task The_own_page_may_send()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        using var response = await PageClient.PostAsync(sandbox, "send", Message(sandbox), sandbox.Server.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("hi", Assert.Single(sandbox.Server.Messages(sandbox.Private)).Text);
    }

    [Theory]
    [InlineData("https://evil.example", null, true)]
    [InlineData("null", null, true)]
    [InlineData(null, "evil.example", true)]
    [InlineData(null, null, false)]
    public async Task Another_site_may_not(string? origin, string? host, bool marked)
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        using var response = await PageClient.PostAsync(sandbox, "send", Message(sandbox), origin, host, marked);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(sandbox.Server.Messages(sandbox.Private));
    }

    [Theory]
    [InlineData("sandbox/state")]
    [InlineData("sandbox/events")]
    [InlineData("")]
    public async Task A_foreign_name_for_this_machine_reads_nothing(string path)
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox.Server.Address, path));
        request.Headers.Host = "rebound.example:80";

        using var response = await sandbox.Http.SendAsync(request, StartedSandbox.Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static object Message(StartedSandbox sandbox) => new { person = sandbox.Server.User.Id, chat = sandbox.Private.Id, text = "hi" };
}
