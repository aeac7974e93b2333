using System.Collections.Concurrent;
using ModelSandbox.Prompts;
using ModelSandbox.Protocol;
using ModelSandbox.Script;
using ModelSandbox.Wire;
using Microsoft.AspNetCore.Http;

namespace ModelSandbox;

/// <summary>Takes one request: records it, checks it, and replies as the script says.</summary>
internal sealed class RequestHandler(ModelServerOptions options, ReplyScript script, CancellationToken stop)
{
    public ConcurrentQueue<Exchange> Exchanges { get; } = new();

    /// <summary>What was wrong with requests, one line each; nothing that the script asked for.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    public async Task HandleAsync(HttpContext http)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stop);
        var exchange = await RecordedRequest.ReadAsync(http.Request, gone.Token);
        Exchanges.Enqueue(exchange);
        try
        {
            await ReplyAsync(http, exchange, gone.Token);
            exchange.Finish(ExchangeEnd.Replied);
        }
        catch (ApiRefusal refusal)
        {
            Faults.Enqueue($"{exchange.Target}: {refusal.Status} {refusal.Message}");
            exchange.Finish(ExchangeEnd.Refused);
            http.Response.StatusCode = refusal.Status;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(ApiJson.Error(refusal.Message, refusal.Type, refusal.Parameter, refusal.Code), gone.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            exchange.Finish(ExchangeEnd.ClientLeft);
        }
        catch (Exception exception)
        {
            Faults.Enqueue($"{exchange.Target}: {exception}");
            exchange.Finish(ExchangeEnd.Refused);
            throw;
        }
    }

    private async Task ReplyAsync(HttpContext http, Exchange exchange, CancellationToken cancellationToken)
    {
        RequestChecks.CheckTarget(exchange);
        RequestChecks.CheckKey(http.Request, exchange, options);
        var body = exchange.Route == ModelRoute.Models ? default : RequestChecks.Json(http.Request, exchange);
        var embeddings = exchange.Route == ModelRoute.Embeddings ? EmbeddingRequest.Read(body, options) : null;
        if (exchange.Route == ModelRoute.Chat)
        {
            exchange.Chat = ChatRequestReader.Read(body, options);
            exchange.Prompt = PromptReader.Read(exchange.Chat.Messages, exchange.Chat.Format.Name);
        }

        var turn = script.Take(exchange.Route);
        var delivery = turn.Delivery ?? Delivery.Whole;
        var writer = new ReplyWriter(http, delivery, options.Time, cancellationToken);
        await writer.PauseAsync(delivery.BeforeHeaders);
        if (await ConnectionFaults.PlayAsync(http, writer, turn.Fault, cancellationToken))
        {
            return;
        }

        await (exchange.Chat is { } chat ? ChatAsync(writer, exchange, chat, turn, delivery)
            : writer.WriteJsonAsync(StatusCodes.Status200OK, embeddings is null ? OtherReplies.Models(exchange, options) : OtherReplies.Embeddings(embeddings)));
    }

    private async Task ChatAsync(ReplyWriter writer, Exchange exchange, ChatRequest chat, ScriptedTurn turn, Delivery delivery)
    {
        var persona = turn.Persona ?? throw new ApiRefusal(500, "An unplanned request: the script holds no persona.", "server_error");
        var reply = persona.Reply(exchange.Prompt ?? throw new InvalidOperationException("A chat request has a prompt."));
        exchange.Reply = reply;
        var completion = Completion.Of($"chatcmpl-{Exchanges.Count}", options.Time.GetUtcNow().ToUnixTimeSeconds(), chat, reply.Text, turn.Fault);
        if (chat.IsStreamed)
        {
            await writer.WriteStreamAsync(StreamPlan.Of(completion, delivery));
            return;
        }

        await WriteWholeAsync(writer, completion, delivery);
    }

    private static async Task WriteWholeAsync(ReplyWriter writer, Completion completion, Delivery delivery)
    {
        await writer.PauseAsync(delivery.BeforeFirstPiece);
        var json = CompletionJson.Whole(completion);
        var half = completion.Text[..(completion.Text.Length / 2)];
        await (completion.Fault switch
        {
            ModelFault.DisconnectAfter => writer.WriteHalfAsync(json, until: null, breaksOff: true),
            ModelFault.HoldAfter fault => writer.WriteHalfAsync(json, fault.Until, breaksOff: false),
            ModelFault.MalformedChunkAfter => writer.WriteJsonAsync(200, "{\"id\":\"x\",," + json[1..]),
            ModelFault.TruncatedChunkAfter => writer.WriteJsonAsync(200, json[..(json.Length / 2)]),
            ModelFault.ErrorEventAfter => writer.WriteJsonAsync(500, ErrorReplies.BodyOf(500)),
            ModelFault.CutOffAfter => writer.WriteJsonAsync(200, CompletionJson.Whole(completion with { Text = half, FinishReason = "length" })),
            _ => writer.WriteJsonAsync(200, json),
        });
    }
}
