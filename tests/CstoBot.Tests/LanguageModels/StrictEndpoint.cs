using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CstoBot.Tests.LanguageModels;

/// <summary>
/// A server of embeddings as OpenAI's documentation describes it: a request that is not as it should be is refused with 400 and noted. It gives each text
/// a vector of its length, and can be told to answer otherwise.
/// </summary>
internal sealed class StrictEndpoint : IAsyncDisposable
{
    public const string Key = "sk-very-secret";
    public const string Model = "tiny-embed";

    private static readonly string[] Known = ["model", "input", "dimensions", "encoding_format"];

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> replies = new();

    private StrictEndpoint(WebApplication app) => this.app = app;

    /// <summary>With the base path that clients are given.</summary>
    public string Address => app.Urls.First() + "/v1";

    /// <summary>The batches that were asked for, answered or not.</summary>
    public ConcurrentQueue<IReadOnlyList<string>> Batches { get; } = new();

    /// <summary>What was wrong with requests.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Whether vectors go as numbers, whatever was asked for; older servers know nothing else.</summary>
    public bool SendsNumbers { get; set; }

    public static async Task<StrictEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var endpoint = new StrictEndpoint(app);
        app.Run(endpoint.AnswerAsync);
        await app.StartAsync();
        return endpoint;
    }

    /// <summary>The next request gets this instead of vectors.</summary>
    public StrictEndpoint Replies(int status, string body, params (string Name, string Value)[] headers)
    {
        replies.Enqueue(async http =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = "application/json";
            foreach (var (name, value) in headers)
            {
                http.Response.Headers[name] = value;
            }

            await http.Response.WriteAsync(body);
        });
        return this;
    }

    /// <summary>The next request hangs until its sender goes away.</summary>
    public StrictEndpoint Hangs()
    {
        replies.Enqueue(http => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted));
        return this;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var json = await JsonDocument.ParseAsync(http.Request.Body);
        var texts = Texts(json.RootElement);
        Batches.Enqueue(texts);
        if (FaultOrNull(http.Request, json.RootElement, texts) is { } fault)
        {
            Faults.Enqueue(fault);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (replies.TryDequeue(out var reply))
        {
            await reply(http);
            return;
        }

        var dimensions = json.RootElement.TryGetProperty("dimensions", out var wanted) ? wanted.GetInt32() : 4;
        var asText = !SendsNumbers && json.RootElement.TryGetProperty("encoding_format", out var format) && format.GetString() == "base64";
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. texts.Select((text, index) => new JsonObject { ["object"] = "embedding", ["index"] = index, ["embedding"] = Vector(text, dimensions, asText) })]),
            ["model"] = Model,
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["total_tokens"] = 1 },
        }.ToJsonString());
    }

    private static JsonNode Vector(string text, int dimensions, bool asText)
    {
        float[] vector = [text.Length, .. Enumerable.Repeat(1f, dimensions - 1)];
        return asText
            ? JsonValue.Create(Convert.ToBase64String([.. vector.SelectMany(BitConverter.GetBytes)]))
            : new JsonArray([.. vector.Select(value => JsonValue.Create(value))]);
    }

    private static IReadOnlyList<string> Texts(JsonElement request) => request.TryGetProperty("input", out var input) && input.ValueKind == JsonValueKind.Array
        ? [.. input.EnumerateArray().Select(text => text.GetString() ?? "")]
        : [];

    private static string? FaultOrNull(HttpRequest request, JsonElement json, IReadOnlyList<string> texts) =>
        request.Method != "POST" || request.Path != "/v1/embeddings" ? $"{request.Method} {request.Path}"
        : request.Headers.Authorization != $"Bearer {Key}" ? "the key is wrong"
        : request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true ? $"content type {request.ContentType}"
        : !json.TryGetProperty("model", out var model) || model.GetString() != Model ? "the model is wrong"
        : texts.Count == 0 ? "there is no input"
        : json.EnumerateObject().Select(property => property.Name).Except(Known).FirstOrDefault() is { } unknown ? $"unknown: {unknown}"
        : null;
}
