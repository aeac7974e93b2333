using System.Text.Json.Nodes;
using TelegramSandbox.Delivery;
using TelegramSandbox.World;

namespace TelegramSandbox.BotApi.Methods;

/// <summary>getUpdates: the only method that waits.</summary>
internal static class UpdateMethods
{
    private const int MaxUpdates = 100;
    private const int MaxTimeout = 50;

    private const string Terminated =
        "terminated by other getUpdates request; make sure that only one bot instance is running";

    private const string WebhookActive =
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

    /// <returns>The updates as the text of a JSON array.</returns>
    public static async Task<string> GetUpdatesAsync(SandboxWorld world, ApiParameters parameters, CancellationToken cancellationToken)
    {
        var poll = Begin(world, parameters);
        try
        {
            return await WaitAsync(world, parameters, poll, cancellationToken);
        }
        finally
        {
            lock (world.Gate)
            {
                world.Updates.EndPoll(poll);
            }
        }
    }

    public static IReadOnlyList<string>? AllowedOrNull(ApiParameters parameters) =>
        parameters.JsonOrNull("allowed_updates", "allowed updates") switch
        {
            null => null,
            JsonArray types => [.. types.Select(type => type?.ToString().ToLowerInvariant() ?? "")],
            _ => throw ApiRefusal.BadRequest("can't parse allowed_updates: expected an Array"),
        };

    private static Poll Begin(SandboxWorld world, ApiParameters parameters)
    {
        var allowed = AllowedOrNull(parameters);
        lock (world.Gate)
        {
            if (world.Webhook.IsActive)
            {
                throw ApiRefusal.Conflict(WebhookActive);
            }

            if (allowed is not null)
            {
                world.Updates.Allow(allowed);
            }

            if (parameters.Int("offset") is not 0 and var offset)
            {
                world.Updates.Confirm(offset);
            }

            return world.Updates.BeginPoll();
        }
    }

    private static async Task<string> WaitAsync(
        SandboxWorld world, ApiParameters parameters, Poll poll, CancellationToken cancellationToken)
    {
        var limit = parameters.Int("limit") is > 0 and <= MaxUpdates and var given ? given : MaxUpdates;
        var timeout = TimeSpan.FromSeconds(Math.Clamp(parameters.Int("timeout"), 0, MaxTimeout));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var deadline = Task.Delay(timeout, world.Options.TimeProvider, over.Token);
        try
        {
            while (true)
            {
                var (batch, arrival) = Look(world, limit);
                if (batch.Count > 0 || deadline.IsCompletedSuccessfully)
                {
                    return $"[{string.Join(',', batch.Select(update => update.Json))}]";
                }

                await Task.WhenAny(arrival, poll.Terminated, deadline);
                cancellationToken.ThrowIfCancellationRequested();
                if (poll.Terminated.IsCompleted)
                {
                    throw ApiRefusal.Conflict(Terminated);
                }
            }
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    private static (IReadOnlyList<PendingUpdate> Batch, Task Arrival) Look(SandboxWorld world, int limit)
    {
        lock (world.Gate)
        {
            return (world.Updates.NextBatch(limit), world.Updates.Arrival);
        }
    }
}
