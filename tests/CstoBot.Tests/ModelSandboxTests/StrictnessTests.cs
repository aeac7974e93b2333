using System.Net;
using System.Text.Json.Nodes;
using ModelSandbox;
using ModelSandbox.Personas;
using Xunit;

namespace CstoBot.Tests.ModelSandboxTests;

/// <summary>What a real server refuses is refused, in OpenAI's form, and kept as a fault.</summary>
public sealed class StrictnessTests : IAsyncLifetime
{
    private const string ClosedObject = """{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}""";

    private ScriptedModelServer server = null!;
    private RawClient client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await ScriptedModelServer.StartAsync(null, Token);
        server.Play(new SaysRaw("fixed", "Hello to you"));
        client = new RawClient(server);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("{", 400, "could not parse")]
    [InlineData("[]", 400, "expected an object")]
    [InlineData("""{"model":"scripted"}""", 400, "messages")]
    [InlineData("""{"model":"scripted","model":"scripted","messages":[{"role":"user","content":"x"}]}""", 400, "could not parse")]
    [InlineData("""{"model":"gpt-none","messages":[{"role":"user","content":"x"}]}""", 404, "gpt-none")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}]}""", 400, "model")]
    [InlineData("""{"model":"scripted","messages":[]}""", 400, "messages")]
    [InlineData("""{"model":"scripted","messages":[{"role":"alien","content":"x"}]}""", 400, "alien")]
    [InlineData("""{"model":"scripted","messages":[{"role":"user"}]}""", 400, "content")]
    [InlineData("""{"model":"scripted","messages":[{"role":"user","content":5}]}""", 400, "content")]
    [InlineData("""{"model":"scripted","messages":[{"role":"user","content":[{"type":"image_url"}]}]}""", 400, "type")]
    [InlineData("""{"model":"scripted","messages":[{"role":"user","content":"x","colour":"red"}]}""", 400, "messages[0].colour")]
    public async Task A_wrong_body_is_refused(string body, int status, string message) => await AssertRefusedAsync(body, status, message);

    [Theory]
    [InlineData("\"top_k\":5", "top_k")]
    [InlineData("\"temperature\":2.5", "temperature")]
    [InlineData("\"temperature\":\"hot\"", "temperature")]
    [InlineData("\"max_tokens\":0", "max_tokens")]
    [InlineData("\"max_completion_tokens\":-1", "max_completion_tokens")]
    [InlineData("\"max_tokens\":5,\"max_completion_tokens\":5", "at the same time")]
    [InlineData("\"max_tokens\":128000", "maximum context length")]
    [InlineData("\"n\":2", "'n'")]
    [InlineData("\"stream\":\"yes\"", "stream")]
    [InlineData("\"stream_options\":{\"include_usage\":true}", "only allowed when 'stream' is enabled")]
    [InlineData("\"stream\":true,\"stream_options\":{\"usage\":true}", "stream_options.usage")]
    [InlineData("\"response_format\":{\"type\":\"xml\"}", "xml")]
    [InlineData("\"response_format\":{\"type\":\"json_object\"}", "json")]
    [InlineData("\"response_format\":{\"type\":\"json_schema\"}", "json_schema")]
    [InlineData("\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a b\",\"schema\":{}}}", "name")]
    public async Task A_wrong_parameter_is_refused(string parameter, string message) => await AssertRefusedAsync(RawClient.Body("," + parameter), 400, message);

    [Theory]
    [InlineData("""{"type":"string"}""", "root")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}""", "additionalProperties")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":[],"additionalProperties":false}""", "required")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"text"}},"required":["a"],"additionalProperties":false}""", "text")]
    [InlineData("""{"type":"object","properties":{"a":{}},"required":["a"],"additionalProperties":false}""", "type")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array"}},"required":["a"],"additionalProperties":false}""", "items")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":{"type":"object"}}},"required":["a"],"additionalProperties":false}""", "root.a.items")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","minLength":1}},"required":["a"],"additionalProperties":false}""", "minLength")]
    public async Task A_schema_that_is_not_strict_is_refused(string schema, string message) => await AssertRefusedAsync(RawClient.Body("," + Format(schema)), 400, message);

    [Theory]
    [InlineData("\"temperature\":0,\"max_tokens\":50,\"top_p\":1,\"seed\":1,\"stop\":[\"x\"],\"user\":\"u\"")]
    [InlineData("\"max_completion_tokens\":50,\"response_format\":{\"type\":\"text\"}")]
    public async Task Proper_parameters_are_taken(string parameters)
    {
        using var reply = await client.ChatAsync(RawClient.Body("," + parameters));

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        server.ThrowIfFaulty();
    }

    [Fact]
    public async Task A_strict_schema_is_taken_and_recorded()
    {
        using var reply = await client.ChatAsync(RawClient.Body("," + Format(ClosedObject)));

        var format = Assert.Single(server.Exchanges).Chat!.Format;
        Assert.Equal(("json_schema", "answer", true), (format.Kind, format.Name, format.IsStrict));
    }

    [Fact]
    public async Task A_server_without_schemas_refuses_them()
    {
        await using var plain = await ScriptedModelServer.StartAsync(new ModelServerOptions { SupportsSchema = false }, Token);
        using var plainClient = new RawClient(plain.Play(SaysRaw.EmptyObject));

        using var refused = await plainClient.ChatAsync(RawClient.Body("," + Format(ClosedObject)));
        using var taken = await plainClient.ChatAsync(RawClient.Body(",\"response_format\":{\"type\":\"json_object\"}", "Reply in JSON."));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, taken.StatusCode));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_no_key_is_ever_recorded()
    {
        client.Headers.Authorization = new("Bearer", "sk-other-secret");

        using var wrong = await client.ChatAsync(RawClient.Body());
        client.Headers.Authorization = null;
        using var missing = await client.GetAsync("/models");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrong.StatusCode, missing.StatusCode));
        Assert.Equal("Bearer ***", server.Exchanges[0].Headers["authorization"]);
        Assert.DoesNotContain(server.Faults, fault => fault.Contains("sk-other", StringComparison.Ordinal));
        Assert.Equal("invalid_api_key", JsonNode.Parse(await wrong.Content.ReadAsStringAsync(Token))!["error"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Another_content_type_and_another_route_are_refused()
    {
        using var type = await client.PostAsync("/chat/completions", RawClient.Body(), "text/plain");
        using var route = await client.PostAsync("/completions", RawClient.Body());
        using var method = await client.GetAsync("/chat/completions");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (type.StatusCode, route.StatusCode, method.StatusCode));
        Assert.Equal(3, server.Faults.Count);
        Assert.Throws<InvalidOperationException>(server.ThrowIfFaulty);
    }

    [Fact]
    public async Task An_unplanned_request_is_a_fault()
    {
        await using var silent = await ScriptedModelServer.StartAsync(null, Token);
        using var silentClient = new RawClient(silent);

        using var reply = await silentClient.ChatAsync(RawClient.Body());

        Assert.Equal(HttpStatusCode.InternalServerError, reply.StatusCode);
        Assert.Contains("unplanned", Assert.Single(silent.Faults), StringComparison.Ordinal);
    }

    private static string Format(string schema) =>
        "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\",\"strict\":true,\"schema\":" + schema + "}}";

    private async Task AssertRefusedAsync(string body, int status, string message)
    {
        using var reply = await client.ChatAsync(body);

        var error = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!["error"]!;
        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Contains(message, error["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("invalid_request_error", error["type"]!.GetValue<string>());
        Assert.Single(server.Faults);
    }
}
