using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace TelegramSandbox.Tests.Delivery;

/// <summary>A bot that is told its updates. Answers with the scripted status codes, then always with 200.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<Delivered> received = Channel.CreateUnbounded<Delivered>();
    private readonly ConcurrentQueue<int> statuses;
    private readonly string answer;

    private WebhookReceiver(IEnumerable<int> statuses, string answer)
    {
        this.statuses = new ConcurrentQueue<int>(statuses);
        this.answer = answer;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(ReceiveAsync);
    }

    public string Url => app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First() + "/hook";

    public static async Task<WebhookReceiver> StartAsync(IEnumerable<int>? statuses = null, string answer = "")
    {
        var receiver = new WebhookReceiver(statuses ?? [], answer);
        await receiver.app.StartAsync(StartedSandbox.Cancelled);
        return receiver;
    }

    public ValueTask<Delivered> NextAsync() => received.Reader.ReadAsync(StartedSandbox.Cancelled);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        var update = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: http.RequestAborted);
        http.Response.StatusCode = statuses.TryDequeue(out var status) ? status : StatusCodes.Status200OK;
        await http.Response.WriteAsync(answer, http.RequestAborted);
        received.Writer.TryWrite(new Delivered(update, http.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString()));
    }
}

internal sealed record Delivered(JsonElement Update, string Secret)
{
    public string Text => Update.GetProperty("message").GetProperty("text").GetString()!;
}
