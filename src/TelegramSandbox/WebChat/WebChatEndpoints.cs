using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TelegramSandbox.World;

namespace TelegramSandbox.WebChat;

/// <summary>The page at "/" and what it calls.</summary>
internal sealed class WebChatEndpoints(SandboxServer server, SandboxWorld world, CancellationToken stopping)
{
    private readonly EventStream events = new(world);

    // A request that lacks a value is refused as a whole, before any of it is done.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/state", StateAsync);
        routes.MapGet("/sandbox/events", EventsAsync);
        routes.MapGet("/sandbox/file/{id}", FileAsync);
        routes.MapPost("/sandbox/document", DocumentAsync);
        MapAction<SendRequest>(routes, "send", request =>
            new { message = server.Send(Person(request.Person), Chat(request.Chat), request.Text, request.ReplyTo, request.Thread) });
        MapAction<EditRequest>(routes, "edit", request =>
        {
            server.Edit(Person(request.Person), Chat(request.Chat), request.Message, request.Text);
            return true;
        });
        MapAction<MessageRequest>(routes, "delete", request =>
        {
            server.Delete(Person(request.Person), Chat(request.Chat), request.Message);
            return true;
        });
        MapAction<PressRequest>(routes, "press", request =>
            new { query = server.Press(Person(request.Person), Chat(request.Chat), request.Message, request.Data).QueryId });
        MapAction<StopRequest>(routes, "stop", request =>
        {
            server.StopWriting(Person(request.Person), Chat(request.Chat), request.Draft);
            return true;
        });
        MapAction<ReactRequest>(routes, "react", request =>
        {
            server.React(Person(request.Person), Chat(request.Chat), request.Message, request.Emoji);
            return true;
        });
        MapAction<LanguageRequest>(routes, "language", request =>
        {
            server.SetLanguage(Person(request.Person), request.Language);
            return true;
        });
        MapAction<StandingRequest>(routes, "standing", ChangeStanding);
        routes.MapGet("/{**path}", (HttpContext http, string? path) => PageFiles.WriteAsync(http, path));
    }

    private object ChangeStanding(StandingRequest request)
    {
        var chat = Chat(request.Chat);
        Action change = request.Bot switch
        {
            "block" => () => server.Block(Person(request.Person)),
            "unblock" => () => server.Unblock(Person(request.Person)),
            "kick" => () => server.KickBot(chat),
            "add" => () => server.AddBot(chat),
            "promote" => () => server.PromoteBot(chat),
            _ => throw new ArgumentException($"nothing known as \"{request.Bot}\"", nameof(request)),
        };
        change();
        return true;
    }

    private Task StateAsync(HttpContext http)
    {
        WebState state;
        lock (world.Gate)
        {
            state = WebState.Of(world, events.Cursor);
        }

        return http.Response.WriteAsJsonAsync(state, JsonSerializerOptions.Web, http.RequestAborted);
    }

    private async Task EventsAsync(HttpContext http)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            await events.WriteAsync(http, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The page or the sandbox is gone.
        }
    }

    private async Task FileAsync(HttpContext http, string id)
    {
        StoredFile? file;
        lock (world.Gate)
        {
            file = world.Files.ByIdOrNull(id);
        }

        if (file is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Only pictures that the bot sent as photos are shown; everything else is saved, never opened on this origin.
        var isPicture = file.Document.IsPhoto && file.Document.MimeType.StartsWith("image/", StringComparison.Ordinal);
        http.Response.ContentType = isPicture ? file.Document.MimeType : "application/octet-stream";
        http.Response.Headers.ContentDisposition =
            $"{(isPicture ? "inline" : "attachment")}; filename*=UTF-8''{Uri.EscapeDataString(file.Document.FileName)}";
        await http.Response.Body.WriteAsync(file.Content, http.RequestAborted);
    }

    private async Task DocumentAsync(HttpContext http, long person, long chat, string name, string? caption, int? thread)
    {
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content, http.RequestAborted);
        await AnswerAsync(http, () => new
        {
            message = server.SendDocument(Person(person), Chat(chat), name, content.ToArray(), caption ?? "", thread),
        });
    }

    private static void MapAction<T>(IEndpointRouteBuilder routes, string name, Func<T, object> act) =>
        routes.MapPost("/sandbox/" + name, async (HttpContext http) =>
        {
            if (!http.Request.HasJsonContentType())
            {
                http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                return;
            }

            var request = await ReadOrNullAsync<T>(http);
            await AnswerAsync(http, () => request is null ? throw new ArgumentException("the request cannot be read") : act(request));
        });

    private static async Task<T?> ReadOrNullAsync<T>(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFromJsonAsync<T>(Strict, http.RequestAborted);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static Task AnswerAsync(HttpContext http, Func<object> act)
    {
        object answer;
        try
        {
            answer = act();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            answer = new { error = exception.Message };
        }

        return http.Response.WriteAsJsonAsync(answer, JsonSerializerOptions.Web, http.RequestAborted);
    }

    private Person Person(long id) =>
        server.People.FirstOrDefault(person => person.Id == id) ?? throw new ArgumentException($"nobody has the id {id}");

    private SandboxChat Chat(long id) => server.ChatOrNull(id) ?? throw new ArgumentException($"no chat has the id {id}");
}
