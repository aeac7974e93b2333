using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using ModelSandbox;
using ModelSandbox.Protocol;
using Xunit;

namespace CstoBot.Tests.ModelSandboxTests;

/// <summary>The list of models, and embeddings.</summary>
public sealed class OtherRouteTests : IAsyncLifetime
{
    private ScriptedModelServer server = null!;
    private RawClient client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await ScriptedModelServer.StartAsync(null, Token);
        client = new RawClient(server);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Models_are_listed_and_found_by_name()
    {
        using var all = await client.GetAsync("/models");
        using var one = await client.GetAsync("/models/scripted");
        using var none = await client.GetAsync("/models/other");

        var names = (await JsonAsync(all))["data"]!.AsArray().Select(model => model!["id"]!.GetValue<string>());
        Assert.Equal(["scripted", "scripted-embeddings"], names);
        Assert.Equal("scripted", (await JsonAsync(one))["id"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Embeddings_come_as_numbers_and_as_base64_alike()
    {
        var numbers = await EmbedAsync("""{"model":"scripted-embeddings","input":["ports of Bergen","порты"],"dimensions":16}""");
        var packed = await EmbedAsync("""{"model":"scripted-embeddings","input":"ports of Bergen","dimensions":16,"encoding_format":"base64"}""");

        var expected = numbers["data"]![0]!["embedding"]!.AsArray().Select(value => value!.GetValue<float>());
        var unpacked = MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(packed["data"]![0]!["embedding"]!.GetValue<string>()));
        Assert.Equal(expected, unpacked.ToArray());
        Assert.Equal(16, unpacked.Length);
        Assert.Equal(2, numbers["data"]!.AsArray().Count);
    }

    [Fact]
    public void Texts_that_share_words_are_near_each_other()
    {
        var ports = HashedWords.VectorOf("the ports of Bergen and Oslo", 64);

        Assert.True(Cosine(ports, HashedWords.VectorOf("Oslo and the ports", 64)) > Cosine(ports, HashedWords.VectorOf("budget negotiations failed", 64)));
        Assert.Equal(1, Cosine(ports, ports), precision: 3);
    }

    [Theory]
    [InlineData("""{"model":"scripted","input":"x"}""", 404)]
    [InlineData("""{"model":"scripted-embeddings","input":""}""", 400)]
    [InlineData("""{"model":"scripted-embeddings","input":[]}""", 400)]
    [InlineData("""{"model":"scripted-embeddings","input":[1,2]}""", 400)]
    [InlineData("""{"model":"scripted-embeddings","input":"x","dimensions":0}""", 400)]
    [InlineData("""{"model":"scripted-embeddings","input":"x","encoding_format":"hex"}""", 400)]
    [InlineData("""{"model":"scripted-embeddings","input":"x","stream":true}""", 400)]
    public async Task Wrong_requests_for_embeddings_are_refused(string body, int status)
    {
        using var reply = await client.PostAsync("/embeddings", body);

        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Single(server.Faults);
    }

    private static float Cosine(IReadOnlyList<float> left, IReadOnlyList<float> right) => left.Zip(right, (one, other) => one * other).Sum();

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage reply) => JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;

    private async Task<JsonNode> EmbedAsync(string body)
    {
        using var reply = await client.PostAsync("/embeddings", body);
        return await JsonAsync(reply);
    }
}
