using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TelegramSandbox.World;

namespace TelegramSandbox.WebChat;

/// <summary>
/// Server-sent events. A page that reconnects says what it saw last and gets all that it missed; when that is
/// no longer kept, or the sandbox was started anew, it is told to load everything again.
/// </summary>
internal sealed class EventStream(SandboxWorld world)
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);

    private readonly string run = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));

    /// <summary>Where a page that has seen everything until now goes on.</summary>
    public string Cursor => CursorAt(world.Changes.LastSequence);

    public async Task WriteAsync(HttpContext http, CancellationToken cancellationToken)
    {
        http.Response.ContentType = "text/event-stream";
        var last = http.Request.Headers["Last-Event-ID"].ToString();
        var sequence = SequenceOrNull(last.Length > 0 ? last : http.Request.Query["after"].ToString());
        while (true)
        {
            var (changes, next) = world.Changes.After(sequence ?? -1);
            if (changes is null)
            {
                sequence = world.Changes.LastSequence;
                await WriteAsync(http, CursorAt(sequence.Value), "reset", "{}", cancellationToken);
                continue;
            }

            foreach (var change in changes)
            {
                sequence = change.Sequence;
                var data = JsonSerializer.Serialize(new { chat = change.ChatId, payload = change.Payload }, JsonSerializerOptions.Web);
                await WriteAsync(http, CursorAt(change.Sequence), change.Kind, data, cancellationToken);
            }

            await http.Response.Body.FlushAsync(cancellationToken);
            await WaitAsync(http, next, cancellationToken);
        }
    }

    // A comment now and then lets the server notice that the page is gone.
    private async Task WaitAsync(HttpContext http, Task next, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(next, Task.Delay(KeepAlive, world.Options.TimeProvider, over.Token));
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        await (next.IsCompleted ? Task.CompletedTask : http.Response.WriteAsync(":\n\n", cancellationToken));
    }

    private static Task WriteAsync(HttpContext http, string id, string kind, string data, CancellationToken cancellationToken) =>
        http.Response.WriteAsync($"id: {id}\nevent: {kind}\ndata: {data}\n\n", cancellationToken);

    private string CursorAt(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{run}-{sequence}");

    private long? SequenceOrNull(string cursor) =>
        cursor.Split('-') is [var itsRun, var number] && itsRun == run && long.TryParse(number, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : null;
}
