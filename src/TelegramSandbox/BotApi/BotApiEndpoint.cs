using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TelegramSandbox.BotApi.Methods;
using TelegramSandbox.World;

namespace TelegramSandbox.BotApi;

/// <summary>The Bot API over HTTP: finds the method, plays the faults, writes the answer.</summary>
internal sealed class BotApiEndpoint(SandboxWorld world, string token, FaultScript faults, CallLog log, CancellationToken stopping)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/bot{givenToken}/{method}", ["GET", "POST"], CallAsync);
        routes.MapGet("/file/bot{givenToken}/{**path}", DownloadAsync);
    }

    private async Task CallAsync(HttpContext http, string givenToken, string method)
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            await AnswerAsync(http, givenToken, method, cancelled.Token);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            http.Abort();
        }
    }

    private async Task AnswerAsync(HttpContext http, string givenToken, string givenMethod, CancellationToken cancellationToken)
    {
        if (givenToken != token)
        {
            await ApiResponse.WriteErrorAsync(http, new ApiRefusal(401, "Unauthorized"), cancellationToken);
            return;
        }

        if (BotMethods.FindOrNull(givenMethod) is not { } method)
        {
            await ApiResponse.WriteErrorAsync(http, new ApiRefusal(404, "Not Found"), cancellationToken);
            return;
        }

        try
        {
            var parameters = await ParameterReader.ReadAsync(http.Request, cancellationToken);
            var call = log.Begin(method.Name, parameters, world.Now);
            var answered = await RunAsync(http, method, parameters, cancellationToken);
            log.Finish(call, answered ? http.Response.StatusCode : 0);
        }
        catch (ApiRefusal refusal)
        {
            await ApiResponse.WriteErrorAsync(http, refusal, cancellationToken);
        }
    }

    /// <returns>Whether the bot got an answer; false when the connection was dropped.</returns>
    private async Task<bool> RunAsync(HttpContext http, BotMethod method, ApiParameters parameters, CancellationToken cancellationToken)
    {
        try
        {
            var fault = FaultOrNull(method, parameters);
            if (fault is not null && !await PlayedFault.ContinuesAsync(fault, http, world.Options.TimeProvider, cancellationToken))
            {
                return fault.Kind is not (FaultKind.DropBefore or FaultKind.Hang);
            }

            var result = await ResultAsync(method, parameters, cancellationToken);
            return await AcknowledgeAsync(http, result, fault?.Kind == FaultKind.DropAfter, cancellationToken);
        }
        catch (ApiRefusal refusal)
        {
            await ApiResponse.WriteErrorAsync(http, refusal, cancellationToken);
        }

        return true;
    }

    private Fault? FaultOrNull(BotMethod method, ApiParameters parameters)
    {
        var fault = faults.TakeOrNull(method.Name, parameters.Text("chat_id")) ?? world.Dice.CallOrNull();
        if (fault is not null)
        {
            world.Faults.Played(fault.Kind);
        }

        return fault;
    }

    private async Task<CallResult> ResultAsync(BotMethod method, ApiParameters parameters, CancellationToken cancellationToken)
    {
        if (method.Name == BotMethods.GetUpdates)
        {
            return new CallResult(Encoding.UTF8.GetBytes(await UpdateMethods.GetUpdatesAsync(world, parameters, cancellationToken)), Sent: null);
        }

        var request = new ApiRequest(method.Name, parameters, world);
        if (method.LocksItself)
        {
            return CallResult.Of(method, method.Run(request), parameters);
        }

        lock (world.Gate)
        {
            return CallResult.Of(method, method.Run(request), parameters);
        }
    }

    /// <returns>Whether the bot got the answer.</returns>
    private async Task<bool> AcknowledgeAsync(HttpContext http, CallResult result, bool isDropped, CancellationToken cancellationToken)
    {
        var isLost = isDropped || http.RequestAborted.IsCancellationRequested;
        if (isLost && result.Sent is { } sent)
        {
            world.Faults.NotAcknowledged(sent with { IsInjected = isDropped });
        }

        if (isLost)
        {
            http.Abort();
            return false;
        }

        await ApiResponse.WriteResultAsync(http, result.Json, cancellationToken);
        return true;
    }

    private async Task DownloadAsync(HttpContext http, string givenToken, string path)
    {
        StoredFile? file;
        lock (world.Gate)
        {
            file = world.Files.ByPathOrNull(path, world.Now);
        }

        if (givenToken != token || file is null)
        {
            var refusal = givenToken != token ? new ApiRefusal(401, "Unauthorized") : new ApiRefusal(404, "Not Found");
            await ApiResponse.WriteErrorAsync(http, refusal, http.RequestAborted);
            return;
        }

        http.Response.ContentType = "application/octet-stream";
        await http.Response.Body.WriteAsync(file.Content, http.RequestAborted);
    }
}

/// <summary>What a method gave.</summary>
/// <param name="Sent">The new message of the bot; null when it sent none.</param>
internal sealed record CallResult(byte[] Json, UnacknowledgedMessage? Sent)
{
    public static CallResult Of(BotMethod method, JsonNode result, ApiParameters parameters) => new(
        JsonSerializer.SerializeToUtf8Bytes(result),
        method.Name.StartsWith("send", StringComparison.Ordinal) && result is JsonObject json && json["message_id"]?.GetValue<int>() is { } id
            ? new UnacknowledgedMessage(parameters.Number("chat_id"), id, IsInjected: false)
            : null);
}
