using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace CstoBot.Tests.Fakes;

/// <summary>Telegram as a list of replies: each call gets the next, and a call too many fails.</summary>
internal sealed class ScriptedTelegram(TimeProvider time) : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<HttpResponseMessage>> replies = new();

    /// <summary>What was called, and when.</summary>
    public ConcurrentQueue<(string Method, string Body, DateTimeOffset Time)> Calls { get; } = new();

    public ScriptedTelegram Accepts(int messageId = 1) =>
        Replies(HttpStatusCode.OK, $$$"""{"ok":true,"result":{"message_id":{{{messageId}}},"date":1700000000,"chat":{"id":5,"type":"private"} } }""");

    public ScriptedTelegram Refuses(int code, string description, string parameters = "{}") =>
        Replies((HttpStatusCode)code, $$$"""{"ok":false,"error_code":{{{code}}},"description":"{{{description}}}","parameters":{{{parameters}}}}""");

    public ScriptedTelegram Replies(HttpStatusCode status, string body)
    {
        replies.Enqueue(() => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        return this;
    }

    public ScriptedTelegram IsUnreachable()
    {
        replies.Enqueue(() => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Calls.Enqueue((request.RequestUri!.Segments[^1], body, time.GetUtcNow()));
        return replies.TryDequeue(out var reply) ? reply() : throw new InvalidOperationException("An unplanned call to Telegram.");
    }
}
