using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CstoBot.Tests.LanguageModels;

/// <summary>A server of chat completions as OpenAI's documentation describes it: it notes what it is sent, streams what it is told to, and can be told to fail.</summary>
internal sealed class ChatEndpoint : IAsyncDisposable
{
    public const string Key = "sk-very-secret";
    public const string Model = "tiny-chat";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> replies = new();

    private ChatEndpoint(WebApplication app) => this.app = app;

    /// <summary>With the base path that clients are given.</summary>
    public string Address => app.Urls.First() + "/v1";

    /// <summary>The bodies of the requests for completions.</summary>
    public ConcurrentQueue<JsonElement> Requests { get; } = new();

    /// <summary>What was wrong with requests.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>The value of the header <c>x-extra</c> of the last request.</summary>
    public string? ExtraHeader { get; private set; }

    /// <summary>Completes when a sender went away before its answer was whole.</summary>
    public TaskCompletionSource Abandoned { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is answered when nothing else was told.</summary>
    public Func<HttpContext, Task> Otherwise { get; set; } = http => SayAsync(http, ["{\"supported\":", " true}"]);

    /// <summary>What is answered to a question for the models.</summary>
    public Func<HttpContext, Task> Models { get; set; } = http => http.Response.WriteAsync(
        """{"object":"list","data":[{"id":"tiny-chat","object":"model","created":1,"owned_by":"me"}]}""");

    public static async Task<ChatEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var endpoint = new ChatEndpoint(app);
        app.Run(endpoint.AnswerAsync);
        await app.StartAsync();
        return endpoint;
    }

    /// <summary>The next request gets this.</summary>
    public ChatEndpoint Replies(Func<HttpContext, Task> reply)
    {
        replies.Enqueue(reply);
        return this;
    }

    public ChatEndpoint Replies(int status, string body, params (string Name, string Value)[] headers) => Replies(async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        await http.Response.WriteAsync(body);
    });

    public ChatEndpoint Says(params string[] pieces) => Replies(http => SayAsync(http, pieces));

    /// <summary>The next request hangs, after some pieces, until its sender goes away.</summary>
    public ChatEndpoint Hangs(params string[] pieces) => Replies(async http =>
    {
        foreach (var piece in pieces)
        {
            await WriteAsync(http, Chunk(piece));
        }

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            Abandoned.TrySetResult();
        }
    });

    /// <param name="usage">Tokens in and out; null: the server counts none.</param>
    public static async Task SayAsync(HttpContext http, IReadOnlyList<string> pieces, string? finish = "stop", (int Input, int Output)? usage = null)
    {
        foreach (var piece in pieces)
        {
            await WriteAsync(http, Chunk(piece));
        }

        if (finish is not null)
        {
            await WriteAsync(http, Chunk(null, finish));
        }

        if (usage is var (input, output))
        {
            await WriteAsync(http, new JsonObject
            {
                ["id"] = "c", ["object"] = "chat.completion.chunk", ["created"] = 1, ["model"] = Model, ["choices"] = new JsonArray(),
                ["usage"] = new JsonObject { ["prompt_tokens"] = input, ["completion_tokens"] = output, ["total_tokens"] = input + output },
            }.ToJsonString());
        }

        await WriteAsync(http, "[DONE]");
    }

    public static async Task WriteAsync(HttpContext http, string data)
    {
        if (!http.Response.HasStarted)
        {
            http.Response.ContentType = "text/event-stream";
        }

        await http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"data: {data}\n\n"));
        await http.Response.Body.FlushAsync();
    }

    public static string Chunk(string? piece, string? finish = null) => new JsonObject
    {
        ["id"] = "c", ["object"] = "chat.completion.chunk", ["created"] = 1, ["model"] = Model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["delta"] = piece is null ? new JsonObject() : new JsonObject { ["role"] = "assistant", ["content"] = piece },
            ["finish_reason"] = finish,
        }),
    }.ToJsonString();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        ExtraHeader = http.Request.Headers["x-extra"];
        if (http.Request.Method == "GET" && http.Request.Path == "/v1/models")
        {
            http.Response.ContentType = "application/json";
            await Models(http);
            return;
        }

        using var json = await JsonDocument.ParseAsync(http.Request.Body);
        Requests.Enqueue(json.RootElement.Clone());
        if (FaultOrNull(http.Request, json.RootElement) is { } fault)
        {
            Faults.Enqueue(fault);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await (replies.TryDequeue(out var reply) ? reply : Otherwise)(http);
    }

    private static string? FaultOrNull(HttpRequest request, JsonElement json) =>
        request.Method != "POST" || request.Path != "/v1/chat/completions" ? $"{request.Method} {request.Path}"
        : request.Headers.Authorization != $"Bearer {Key}" ? "the key is wrong"
        : !json.TryGetProperty("model", out var model) || model.GetString() != Model ? "the model is wrong"
        : !json.TryGetProperty("stream", out var stream) || !stream.GetBoolean() ? "no stream"
        : json.GetProperty("messages").EnumerateArray().Any(message => message.GetProperty("content").ValueKind != JsonValueKind.String) ? "content is no text"
        : null;
}
