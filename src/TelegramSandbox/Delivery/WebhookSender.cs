using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TelegramSandbox.BotApi;
using TelegramSandbox.World;

namespace TelegramSandbox.Delivery;

/// <summary>
/// Pushes updates to the webhook, one after the other. One that is not taken is tried again after 1, 2, 4 … 32
/// seconds; it never overtakes or gets lost.
/// </summary>
internal sealed class WebhookSender(SandboxWorld world) : IDisposable
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int MostDoublings = 5;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(60);

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = AnswerWithin,
    };

    public void Dispose() => client.Dispose();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var (target, update, news) = Look();
            if (target is null || update is null)
            {
                await news.WaitAsync(cancellationToken);
                failures = 0;
                continue;
            }

            var failure = await PushAsync(target, update, cancellationToken);
            failures = failure is null ? 0 : failures + 1;
            await (failure is null ? Task.CompletedTask : PauseAsync(failures, cancellationToken));
        }
    }

    private (WebhookTarget? Target, PendingUpdate? Update, Task News) Look()
    {
        lock (world.Gate)
        {
            var update = world.Webhook.IsActive ? world.Updates.FirstOrNull() : null;
            return (world.Webhook.Target, update, Task.WhenAny(world.Updates.Arrival, world.Webhook.Changed));
        }
    }

    private async Task PauseAsync(int failures, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromSeconds(1 << Math.Min(failures - 1, MostDoublings));
        Task changed;
        lock (world.Gate)
        {
            changed = world.Webhook.Changed;
        }

        await Task.WhenAny(Task.Delay(pause, world.Options.TimeProvider, cancellationToken), changed);
    }

    /// <returns>Null when the update was taken.</returns>
    private async Task<string?> PushAsync(WebhookTarget target, PendingUpdate update, CancellationToken cancellationToken)
    {
        string? failure;
        try
        {
            failure = await PostAsync(target, update, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            failure = exception is TaskCanceledException ? "Read timeout expired" : "Connection refused";
        }

        lock (world.Gate)
        {
            if (failure is null)
            {
                world.Updates.Taken(update);
            }
            else
            {
                world.Webhook.Failed(new WebhookFailure(world.Now, failure));
            }
        }

        return failure;
    }

    private async Task<string?> PostAsync(WebhookTarget target, PendingUpdate update, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Url);
        request.Content = new StringContent(update.Json, Encoding.UTF8, "application/json");
        if (target.Secret.Length > 0)
        {
            request.Headers.Add(SecretHeader, target.Secret);
        }

        using var response = await client.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}";
        }

        CarryOut(await response.Content.ReadAsStringAsync(cancellationToken));
        return null;
    }

    // The answer to a webhook may name one method to carry out; nobody learns how that went.
    private void CarryOut(string answer)
    {
        if (ReadOrNull(answer) is not { } values || BotMethods.FindOrNull(values.GetValueOrDefault("method", "")) is not { } method
            || method.Name == BotMethods.GetUpdates)
        {
            return;
        }

        lock (world.Gate)
        {
            try
            {
                method.Run(new ApiRequest(method.Name, new ApiParameters(values, new Dictionary<string, UploadedFile>()), world));
            }
            catch (ApiRefusal refusal)
            {
                world.Webhook.Failed(new WebhookFailure(world.Now, refusal.Message));
            }
        }
    }

    private static Dictionary<string, string>? ReadOrNull(string answer)
    {
        try
        {
            return (answer.Length == 0 ? null : JsonNode.Parse(answer) as JsonObject)?
                .ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
