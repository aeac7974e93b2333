using ModelSandbox;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace CstoBot.Tests.ModelSandboxTests;

/// <summary>Talks to the server by plain HTTP, so that no client library hides what it sends.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Uri address;

    public RawClient(ScriptedModelServer server)
    {
        address = server.Address;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Options.Key);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public HttpRequestHeaders Headers => client.DefaultRequestHeaders;

    public static string Body(string more = "", string user = "Hello") =>
        $$"""{"model":"scripted","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":{{JsonSerializer.Serialize(user)}}}]{{more}}}""";

    public Task<HttpResponseMessage> PostAsync(string path, string body, string type = "application/json") =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{address}{path}") { Content = new StringContent(body, Encoding.UTF8, type) });

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{address}{path}"));

    public Task<HttpResponseMessage> ChatAsync(string body) => PostAsync("/chat/completions", body);

    public async Task<JsonNode> ChatJsonAsync(string body)
    {
        using var reply = await ChatAsync(body);
        Assert.Equal("application/json", reply.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;
    }

    /// <summary>The stream as it came, with its line ends.</summary>
    public async Task<string> StreamAsync(string more = "", string user = "Hello")
    {
        using var reply = await ChatAsync(Body(",\"stream\":true" + more, user));
        Assert.Equal("text/event-stream", reply.Content.Headers.ContentType?.MediaType);
        return await reply.Content.ReadAsStringAsync(Token);
    }

    /// <summary>The data of each event; comments are left out.</summary>
    public static IReadOnlyList<string> Events(string stream) =>
    [
        .. stream.ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => line["data: ".Length..]),
    ];

    /// <summary>What the pieces of a stream say together.</summary>
    public static string Said(string stream) => string.Concat(Events(stream)
        .Where(data => data.EndsWith('}'))
        .Select(data => JsonNode.Parse(data)!["choices"]!.AsArray())
        .Where(choices => choices.Count > 0)
        .Select(choices => choices[0]!["delta"]?["content"]?.GetValue<string>()));

    public void Dispose() => client.Dispose();

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
}
