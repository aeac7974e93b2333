using System.Text;
using Microsoft.AspNetCore.Http;

namespace ModelSandbox.Wire;

/// <summary>Writes replies to the connection, cut and paced as the delivery says.</summary>
internal sealed class ReplyWriter(HttpContext http, Delivery delivery, TimeProvider time, CancellationToken cancellationToken)
{
    /// <summary>What was written must reach the client before the connection is broken: an abort throws away what is still on its way out.</summary>
    private static readonly TimeSpan BeforeAbort = TimeSpan.FromMilliseconds(50);

    private int pieces;

    public Task PauseAsync(TimeSpan pause) => pause > TimeSpan.Zero ? Task.Delay(pause, time, cancellationToken) : Task.CompletedTask;

    public async Task WriteJsonAsync(int status, string json, string contentType = "application/json")
    {
        StartReply(status, contentType);
        await WriteAsync(json);
    }

    /// <summary>Half of a body whose length says there is more.</summary>
    public async Task WriteHalfAsync(string json, Task? until, bool breaksOff)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        StartReply(StatusCodes.Status200OK, "application/json");
        http.Response.ContentLength = bytes.Length;
        await SendAsync(bytes.AsMemory(0, bytes.Length / 2));
        await (until ?? Task.CompletedTask).WaitAsync(cancellationToken);
        if (breaksOff)
        {
            await AbortAsync();
            return;
        }

        await SendAsync(bytes.AsMemory(bytes.Length / 2));
    }

    public async Task WriteStreamAsync(StreamPlan plan)
    {
        StartReply(StatusCodes.Status200OK, "text/event-stream; charset=utf-8");
        http.Response.Headers.CacheControl = "no-cache";
        await http.Response.Body.FlushAsync(cancellationToken);
        foreach (var write in plan.Steps.Chunk(Math.Max(1, delivery.EventsPerWrite)))
        {
            await WriteStepsAsync(write);
        }

        if (plan.BreaksOff)
        {
            await AbortAsync();
        }
    }

    public async Task AbortAsync()
    {
        await Task.Delay(BeforeAbort, TimeProvider.System, cancellationToken);
        http.Abort();
    }

    private async Task WriteStepsAsync(IReadOnlyList<StreamStep> steps)
    {
        var text = new StringBuilder();
        foreach (var step in steps)
        {
            if (step.WaitsFor is { } until)
            {
                // What stands before the wait goes out first, however many events share a write.
                await WriteAsync(text.ToString());
                text.Clear();
                await until.WaitAsync(cancellationToken);
            }

            if (step.IsPiece)
            {
                await PauseAsync(pieces++ == 0 ? delivery.BeforeFirstPiece : delivery.BetweenPieces);
            }

            text.Append(Framed(step.Text));
        }

        await WriteAsync(text.ToString());
    }

    private string Framed(string text)
    {
        var whole = delivery.HasComments && text.Length > 0 ? ": keep-alive\n\n" + text : text;
        return delivery.UsesCrLf ? whole.Replace("\n", "\r\n", StringComparison.Ordinal) : whole;
    }

    private async Task WriteAsync(string text)
    {
        foreach (var run in WriteCutter.Cut(text, delivery.SplitsCharacters))
        {
            await SendAsync(run);
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > 0)
        {
            await http.Response.Body.WriteAsync(bytes, cancellationToken);
            await http.Response.Body.FlushAsync(cancellationToken);
        }
    }

    private void StartReply(int status, string contentType)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
    }
}
