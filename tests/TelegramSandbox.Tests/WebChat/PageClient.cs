using System.Net.Http.Json;
using System.Text.Json;

namespace TelegramSandbox.Tests.WebChat;

/// <summary>Calls the sandbox as its page does.</summary>
internal static class PageClient
{
    public static async Task<HttpResponseMessage> PostAsync(
        StartedSandbox sandbox, string action, object body, string? origin = null, string? host = null, bool marked = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.Server.Address, "sandbox/" + action));
        request.Content = JsonContent.Create(body);
        if (marked)
        {
            request.Headers.Add("X-Sandbox", "1");
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        request.Headers.Host = host;
        return await sandbox.Http.SendAsync(request, StartedSandbox.Cancelled);
    }

    public static Task<JsonElement> StateAsync(StartedSandbox sandbox) =>
        sandbox.Http.GetFromJsonAsync<JsonElement>(new Uri(sandbox.Server.Address, "sandbox/state"), StartedSandbox.Cancelled);
}
