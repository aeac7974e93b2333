using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;

namespace CstoBot.Cli;

/// <summary>Loads the sources before a verb does its work; a large folder, that takes a while, is seen to make progress.</summary>
internal static class SourcesLoad
{
    // What is done sooner needs no words.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="SourcesUnavailableException">There is nothing to answer from.</exception>
    public static async Task LoadSourcesAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var (changes, time) = (services.GetRequiredService<ICorpusChanges>(), services.GetRequiredService<TimeProvider>());
        var loading = services.GetRequiredService<ISourceReload>().ReloadAsync(cancellationToken);
        if (!Console.IsErrorRedirected && await Task.WhenAny(loading, Task.Delay(Patience, time, cancellationToken)) != loading && changes.CurrentOrNull is { } run)
        {
            await CorpusProgressLine.FollowAsync(run, Console.Error, time);
        }

        await loading;
    }
}
