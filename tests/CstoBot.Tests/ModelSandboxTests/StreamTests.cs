using System.Text.Json.Nodes;
using ModelSandbox;
using ModelSandbox.Personas;
using ModelSandbox.Wire;
using Xunit;

namespace CstoBot.Tests.ModelSandboxTests;

/// <summary>Answers come out the same however they are cut, and streams are framed as OpenAI frames them.</summary>
public sealed class StreamTests : IAsyncLifetime
{
    private const string Text = "Ответ: «Берген» 🚢 said \"no\"\nand left.";

    private ScriptedModelServer server = null!;
    private RawClient client = null!;

    public static TheoryData<int> Cuts => [.. Enumerable.Range(0, Delivery.AllCuts.Count)];

    public async ValueTask InitializeAsync()
    {
        server = await ScriptedModelServer.StartAsync(null, TestContext.Current.CancellationToken);
        server.Play(new SaysRaw("fixed", Text));
        client = new RawClient(server);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        server.ThrowIfFaulty();
        await server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Every_cut_says_the_same(int cut)
    {
        server.Deliver(Delivery.AllCuts[cut]);

        var stream = await client.StreamAsync();

        Assert.Equal(Text, RawClient.Said(stream));
        Assert.Equal("[DONE]", RawClient.Events(stream)[^1]);
    }

    [Fact]
    public async Task A_stream_begins_with_the_role_and_ends_with_a_reason_and_the_usage()
    {
        var events = RawClient.Events(await client.StreamAsync(",\"stream_options\":{\"include_usage\":true}"));

        var chunks = events.SkipLast(1).Select(data => JsonNode.Parse(data)!).ToList();
        Assert.Equal("assistant", chunks[0]["choices"]![0]!["delta"]!["role"]!.GetValue<string>());
        Assert.Equal("stop", chunks[^2]["choices"]![0]!["finish_reason"]!.GetValue<string>());
        Assert.Empty(chunks[^1]["choices"]!.AsArray());
        Assert.True(chunks[^1]["usage"]!["total_tokens"]!.GetValue<int>() > chunks[^1]["usage"]!["completion_tokens"]!.GetValue<int>());
        Assert.All(chunks, chunk => Assert.True(chunk.AsObject().ContainsKey("usage")));
        Assert.Single(chunks.Select(chunk => chunk["id"]!.GetValue<string>()).Distinct());
    }

    [Fact]
    public async Task Without_being_asked_for_usage_is_left_out()
    {
        Assert.DoesNotContain("usage", await client.StreamAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_ends_and_comments_are_as_scripted()
    {
        server.Deliver(Delivery.CrLf);
        var crLf = await client.StreamAsync();
        server.Deliver(Delivery.WithComments);
        var commented = await client.StreamAsync();

        Assert.Equal(crLf.Count(character => character == '\n'), crLf.Split("\r\n").Length - 1);
        Assert.StartsWith(": keep-alive\n\ndata: {", commented, StringComparison.Ordinal);
    }

    [Fact]
    public void Writes_end_inside_characters_when_they_are_split()
    {
        var runs = WriteCutter.Cut("aЖ🚢b", splitsCharacters: true);

        Assert.Equal([2, 2, 4], runs.Select(run => run.Length));
        Assert.Equal("aЖ🚢b"u8.ToArray(), runs.SelectMany(run => run.ToArray()));
    }

    [Fact]
    public async Task A_whole_answer_has_content_reason_and_usage()
    {
        var json = await client.ChatJsonAsync(RawClient.Body());

        Assert.Equal(Text, json["choices"]![0]!["message"]!["content"]!.GetValue<string>());
        Assert.Equal("stop", json["choices"]![0]!["finish_reason"]!.GetValue<string>());
        Assert.True(json["usage"]!["prompt_tokens"]!.GetValue<int>() > 0);
    }

    [Fact]
    public async Task More_than_the_tokens_allowed_is_cut_off()
    {
        var json = await client.ChatJsonAsync(RawClient.Body(",\"max_tokens\":2"));

        Assert.Equal("Отве", json["choices"]![0]!["message"]!["content"]!.GetValue<string>());
        Assert.Equal("length", json["choices"]![0]!["finish_reason"]!.GetValue<string>());
    }
}
