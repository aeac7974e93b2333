using CstoBot.Ingestion.Versions;
using Microsoft.Extensions.Options;

namespace CstoBot.Ingestion.Reloading;

/// <summary>
/// Reloads without being asked: when the folder has changed and is quiet again (<c>Sources:Watch</c>), when a web page is due, and when
/// another process, as <c>cstobot sources reload</c>, has made a version.
/// </summary>
internal sealed partial class SourceWatch(
    ICorpusChanges changes,
    CorpusInUse inUse,
    ICorpusStore store,
    IFileStore files,
    SourceFolder folder,
    IOptions<SourcesOptions> options,
    TimeProvider time,
    ILogger<SourceWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LookAtPages = TimeSpan.FromMinutes(1);

    // What failed is told in the log each time; it seldom mends itself within seconds.
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromMinutes(1);

    private readonly QuietPeriod quiet = new(TimeSpan.FromSeconds(options.Value.QuietSeconds));
    private readonly PageAttempts attempts = new();
    private DateTimeOffset pagesLookedAt = DateTimeOffset.MinValue;
    private DateTimeOffset restsUntil = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is SourcesUnavailableException)
            {
                // A folder that is gone for a moment, a manifest being written: the next look may find it whole.
                LogNotSeen(exception.Message);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (changes.CurrentOrNull is not null || now < restsUntil)
        {
            return;
        }

        if (await store.LatestNumberAsync(cancellationToken) > inUse.Number)
        {
            await ReloadAsync(CorpusCause.Watch);
        }
        else if (now - pagesLookedAt >= LookAtPages)
        {
            pagesLookedAt = now;
            if (attempts.AreDue(folder.Manifest().Pages, await files.PagesAsync(cancellationToken), now))
            {
                await ReloadAsync(CorpusCause.Schedule);
            }
        }
        else if (options.Value.Watch && quiet.HasSettled(FolderState.Of(folder), now))
        {
            await ReloadAsync(CorpusCause.Watch);
        }
    }

    private async Task ReloadAsync(CorpusCause cause)
    {
        if (await changes.Start(new CorpusChange.Reload(), new CorpusRequester(cause)).Completion is CorpusOutcome.Failed)
        {
            restsUntil = time.GetUtcNow() + RestAfterFailure;
            quiet.Forget();
        }
    }

    [LoggerMessage(2005, LogLevel.Debug, "The sources cannot be looked at now: {Reason}")]
    private partial void LogNotSeen(string reason);

    [LoggerMessage(2006, LogLevel.Error, "The sources could not be looked at")]
    private partial void LogFailed(Exception exception);
}
