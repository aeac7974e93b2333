using Microsoft.Extensions.Options;

namespace CstoBot.Ingestion.Web;

/// <summary>
/// The path of one page: its host's turn, the time limit, one more try when the connection breaks. Whatever the other side does ends as a
/// <see cref="WebFetch.Failed"/>, so that no page can stop a reload.
/// </summary>
internal sealed partial class WebPages(PageDownload download, HostTurns turns, IOptions<WebOptions> options, TimeProvider time, ILogger<WebPages> logger) : IWebPages
{
    public async Task<WebFetch> FetchAsync(WebPage page, WebPageState? known, CancellationToken cancellationToken)
    {
        if (AddressRules.SyntaxFaultOrNull(page.Url) is { } fault)
        {
            return new WebFetch.Failed(fault);
        }

        // Of its own host only: with a second turn for where a redirect leads, two pages could wait for each other.
        using var turn = await turns.TakeAsync(page.Url.IdnHost, cancellationToken);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var host = AddressRules.ShownHost(page.Url);
        try
        {
            var fetch = await DownloadAsync(page, known, either.Token);
            LogFetched(host, fetch is WebFetch.Fetched { Content.Length: var length } ? length : 0);
            return fetch;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception)
        {
            var reason = limit.IsCancellationRequested
                ? $"it takes longer than {options.Value.TimeoutSeconds} s (Web:TimeoutSeconds)"
                : TransportFault.Reason(exception);
            LogFailed(host, reason, exception.GetType().Name);
            return new WebFetch.Failed(reason);
        }
    }

    private async Task<WebFetch> DownloadAsync(WebPage page, WebPageState? known, CancellationToken cancellationToken)
    {
        try
        {
            return await download.GetAsync(page, known, cancellationToken);
        }
        catch (Exception exception) when (TransportFault.IsReset(exception) && !cancellationToken.IsCancellationRequested)
        {
            await time.DelayAsync(failures: 1, cancellationToken);
            return await download.GetAsync(page, known, cancellationToken);
        }
    }

    [LoggerMessage(2008, LogLevel.Debug, "A page of {Host}: {Bytes} bytes are new")]
    private partial void LogFetched(string host, int bytes);

    [LoggerMessage(2009, LogLevel.Warning, "A page of {Host} is not fetched: {Reason} ({Kind})")]
    private partial void LogFailed(string host, string reason, string kind);
}
