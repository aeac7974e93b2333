using System.Globalization;
using CstoBot.Retrieval;
using CstoBot.Storage;
using CstoBot.Telegram;
using CstoBot.Telegram.Handling;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CstoBot.Operations.Health;

/// <summary>Whether the program goes on: once it is told to stop, it takes nothing new.</summary>
internal sealed class RunningHealth(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(
        lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("stopping")
        : lifetime.ApplicationStarted.IsCancellationRequested ? HealthCheckResult.Healthy("running")
        : HealthCheckResult.Unhealthy("starting"));
}

/// <summary>Whether there are documents to answer from.</summary>
internal sealed class IndexHealth(CurrentIndex index) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(
        index.ValueOrNull is { } current
            ? HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"{current.Corpus.Documents.Count} documents, {current.Chunks.Count} chunks"))
            : HealthCheckResult.Unhealthy("the sources are not loaded yet"));
}

/// <summary>Whether rows can be read and written, tried out.</summary>
internal sealed class StorageHealth(IStorageProbe storage, TimeProvider time) : IHealthCheck
{
    /// <summary>Who asks more often gets the last finding: a probe costs a flush to disk, and anybody may ask.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly Lock gate = new();
    private (Task Probe, DateTimeOffset Begun)? last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            await Latest().WaitAsync(Patience, time, cancellationToken);
            return HealthCheckResult.Healthy("reads and writes");
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy(string.Create(CultureInfo.InvariantCulture, $"no answer within {Patience.TotalSeconds} s"));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"cannot be read or written ({exception.GetType().Name})");
        }
    }

    /// <summary>One that hangs is waited for and not joined by others.</summary>
    private Task Latest()
    {
        lock (gate)
        {
            if (last is not { } known || (known.Probe.IsCompleted && time.GetUtcNow() - known.Begun >= Fresh))
            {
                last = known = (storage.ProbeAsync(CancellationToken.None), time.GetUtcNow());
            }

            return known.Probe;
        }
    }
}

/// <summary>Whether Telegram is there, by the calls that are made anyway.</summary>
internal sealed class TelegramHealth(TelegramContact contact, TimeProvider time) : IHealthCheck
{
    /// <summary>Longer than a poll that finds nothing, with the pauses between tries.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(contact.Read() switch
    {
        (null, _) => HealthCheckResult.Unhealthy("has not answered yet"),
        (_, { } since) when time.GetUtcNow() - since >= Patience => HealthCheckResult.Unhealthy($"no call has come through since {Time(since)}"),
        (_, { } since) => HealthCheckResult.Degraded($"calls fail since {Time(since)}"),
        ({ } answered, _) => HealthCheckResult.Healthy($"answered at {Time(answered)}"),
    });

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}

/// <summary>Whether the language model is asked just now. Without it questions are answered by quotes: worse, and no reason to send nobody here.</summary>
internal sealed class ModelHealth(IModelState model) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await model.ReadOrNullAsync(cancellationToken) switch
            {
                null => HealthCheckResult.Healthy("none is configured"),
                { IsPaused: true } => HealthCheckResult.Degraded("fails and is left alone for a moment: questions are answered by quotes"),
                _ => HealthCheckResult.Healthy("in use"),
            };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded($"cannot be told ({exception.GetType().Name})");
        }
    }
}
