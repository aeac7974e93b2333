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
            var call = log.Begin(new ApiCall(method.Name, parameters.ToJson(), world.Now, StatusCode: 0));
            var answered = await RunAsync(http, method, parameters, cancellationToken);
            log.Finish(call, answered ? http.Response.StatusCode : 0);
        }
        catch (ApiRefusal refusal)
        {
            await ApiResponse.WriteErrorAsync(http, refusal, cancellationToken);
        }
    }

    /// <returns>Whether the bot got an answer; false when the connection was dropped.</returns>
    private async Task<bool> RunAsync(
        HttpContext http, (string Name, Func<ApiRequest, JsonNode> Run) method, ApiParameters parameters, CancellationToken cancellationToken)
    {
        try
        {
            var fault = faults.TakeOrNull(method.Name, parameters.Text("chat_id"));
            if (fault is not null && !await PlayedFault.ContinuesAsync(fault, http, world.Options.TimeProvider, cancellationToken))
            {
                return fault.Kind != FaultKind.DropBefore;
            }

            var result = await ResultAsync(method, parameters, cancellationToken);
            if (fault?.Kind == FaultKind.DropAfter)
            {
                http.Abort();
                return false;
            }

            await ApiResponse.WriteResultAsync(http, result, cancellationToken);
        }
        catch (ApiRefusal refusal)
        {
            await ApiResponse.WriteErrorAsync(http, refusal, cancellationToken);
        }

        return true;
    }

    private async Task<JsonNode> ResultAsync(
        (string Name, Func<ApiRequest, JsonNode> Run) method, ApiParameters parameters, CancellationToken cancellationToken)
    {
        if (method.Name == BotMethods.GetUpdates)
        {
            return await UpdateMethods.GetUpdatesAsync(world, parameters, cancellationToken);
        }

        lock (world.Gate)
        {
            return method.Run(new ApiRequest(method.Name, parameters, world));
        }
    }

    private async Task DownloadAsync(HttpContext http, string givenToken, string path)
    {
        StoredFile? file;
        lock (world.Gate)
        {
            file = world.Files.ByPathOrNull(path);
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
