using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelSandbox;
using ModelSandbox.Personas;
using ModelSandbox.Script;
using ModelSandbox.Wire;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.ModelSandboxTests;

/// <summary>Scripted faults happen as scripted, and count as no fault of the client.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const string Text = "One two three four five six seven";

    private readonly FakeTimeProvider time = new();
    private ScriptedModelServer server = null!;
    private RawClient client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await ScriptedModelServer.StartAsync(new ModelServerOptions { Time = time }, Token);
        server.Play(new SaysRaw("fixed", Text)).Deliver(Delivery.ByCharacters(4));
        client = new RawClient(server);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        server.ThrowIfFaulty();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_refusal_has_its_status_and_comes_once(int status)
    {
        server.Enqueue(new ModelFault.Refusal(status, TimeSpan.FromSeconds(1.5)));

        using var refused = await client.ChatAsync(RawClient.Body());
        using var taken = await client.ChatAsync(RawClient.Body());

        Assert.Equal(status, (int)refused.StatusCode);
        Assert.Equal("2", refused.Headers.RetryAfter?.ToString());
        Assert.NotNull(JsonNode.Parse(await refused.Content.ReadAsStringAsync(Token))!["error"]!["message"]);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Fact]
    public async Task A_standing_fault_stays_until_it_is_ended_and_does_not_touch_other_turns()
    {
        server.Fail(new ModelFault.Refusal(503)).Enqueue(SaysRaw.EmptyObject);

        using var first = await client.ChatAsync(RawClient.Body());
        using var second = await client.ChatAsync(RawClient.Body());
        server.Fail(null);
        using var third = await client.ChatAsync(RawClient.Body());

        Assert.Equal([200, 503, 200], new[] { first, second, third }.Select(reply => (int)reply.StatusCode));
        Assert.Null(second.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_page_of_html_and_a_redirect()
    {
        server.Enqueue(new ModelFault.HtmlPage()).Enqueue(new ModelFault.Redirect(new Uri("http://127.0.0.1:9/v1")), route: ModelRoute.Models);

        using var page = await client.ChatAsync(RawClient.Body());
        using var redirect = await client.GetAsync("/models");

        Assert.Equal((HttpStatusCode.BadGateway, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "http://127.0.0.1:9/v1"), (redirect.StatusCode, redirect.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task A_disconnect_before_the_headers_and_in_mid_stream()
    {
        server.Enqueue(new ModelFault.Disconnect()).Enqueue(new ModelFault.DisconnectAfter(2)).Enqueue(new ModelFault.DisconnectAfter(1));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.ChatAsync(RawClient.Body()));
        using var stream = await client.ChatAsync(RawClient.Body(",\"stream\":true"));
        await Assert.ThrowsAnyAsync<Exception>(() => stream.Content.ReadAsStringAsync(Token));
        using var whole = await client.ChatAsync(RawClient.Body());
        await Assert.ThrowsAnyAsync<Exception>(() => whole.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task A_hang_ends_when_the_client_gives_up()
    {
        server.Enqueue(new ModelFault.Hang());
        var impatient = new RawClient(server);

        var call = impatient.ChatAsync(RawClient.Body());
        while (server.Exchanges.Count == 0)
        {
            await Task.Yield();
        }

        impatient.Dispose();

        await Assert.ThrowsAnyAsync<Exception>(() => call);
        Assert.Equal(ExchangeEnd.ClientLeft, await server.Exchanges[0].Finished.WaitAsync(Token));
    }

    [Fact]
    public async Task A_held_stream_goes_on_when_it_is_let_go()
    {
        var letGo = new TaskCompletionSource();
        server.Enqueue(new ModelFault.HoldAfter(2, letGo.Task));

        using var reply = await client.ChatAsync(RawClient.Body(",\"stream\":true"));
        using var reader = new StreamReader(await reply.Content.ReadAsStreamAsync(Token));
        var before = "";
        while (RawClient.Said(before) != "One two ")
        {
            before += await reader.ReadLineAsync(Token) + "\n";
        }

        Assert.False(server.Exchanges[0].Finished.IsCompleted);
        letGo.SetResult();
        Assert.Equal(Text, RawClient.Said(before + await reader.ReadToEndAsync(Token)));
    }

    [Fact]
    public async Task Delays_pass_by_the_servers_clock()
    {
        server.Deliver(new Delivery { BeforeHeaders = TimeSpan.FromSeconds(5) });

        var call = client.ChatAsync(RawClient.Body());
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        using var reply = await call;
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.True(time.GetUtcNow() - time.Start >= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Broken_streams_are_broken_as_scripted()
    {
        var malformed = await StreamAsync(new ModelFault.MalformedChunkAfter(2));
        var truncated = await StreamAsync(new ModelFault.TruncatedChunkAfter(2));
        var failed = await StreamAsync(new ModelFault.ErrorEventAfter(2));
        var noEnd = await StreamAsync(new ModelFault.NoEnd());
        var noDone = await StreamAsync(new ModelFault.NoDone());
        var cutOff = await StreamAsync(new ModelFault.CutOffAfter(2));

        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(RawClient.Events(malformed)[3]));
        Assert.EndsWith("[DONE]\n\n", malformed, StringComparison.Ordinal);
        Assert.False(truncated.EndsWith('\n'));
        Assert.Contains("server_error", RawClient.Events(failed)[^1], StringComparison.Ordinal);
        Assert.Equal(Text, RawClient.Said(noEnd));
        Assert.DoesNotContain("\"stop\"", noEnd, StringComparison.Ordinal);
        Assert.Contains("\"stop\"", RawClient.Events(noDone)[^1], StringComparison.Ordinal);
        Assert.Equal("One two ", RawClient.Said(cutOff));
        Assert.Contains("\"finish_reason\":\"length\"", cutOff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Odd_contents_are_as_scripted()
    {
        var noChoices = await StreamAsync(new ModelFault.EmptyChoices());
        var nothing = await StreamAsync(new ModelFault.NullContent());
        var huge = await StreamAsync(new ModelFault.HugeOutput(), Delivery.Whole);
        var repeated = await StreamAsync(new ModelFault.RepeatedOutput(3));
        server.Enqueue(new ModelFault.NoUsage());
        var noUsage = await client.ChatJsonAsync(RawClient.Body());

        Assert.DoesNotContain("\"delta\"", noChoices, StringComparison.Ordinal);
        Assert.Contains("\"content\":null", nothing, StringComparison.Ordinal);
        Assert.Equal(1_048_576, RawClient.Said(huge).Length);
        Assert.Equal(Text + Text + Text, RawClient.Said(repeated));
        Assert.False(noUsage.AsObject().ContainsKey("usage"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_whole_answer_can_be_malformed_or_truncated(bool malformed)
    {
        server.Enqueue(malformed ? new ModelFault.MalformedChunkAfter(0) : new ModelFault.TruncatedChunkAfter(0));

        using var reply = await client.ChatAsync(RawClient.Body());
        var body = await reply.Content.ReadAsStringAsync(Token);

        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(body));
    }

    private Task<string> StreamAsync(ModelFault fault, Delivery? delivery = null)
    {
        server.Enqueue(new ScriptedTurn(Fault: fault, Delivery: delivery));
        return client.StreamAsync();
    }
}
