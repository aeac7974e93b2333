namespace CstoBot.Ingestion.Web;

/// <summary>Fetches the pages that the manifest lists. Only a reload of the sources calls it: answering a question never does.</summary>
internal interface IWebPages
{
    /// <summary>Fetches a page; pages of one host one after another with a pause, pages of several hosts at once.</summary>
    /// <param name="known">The state of the last successful fetch; null when the page is wanted whole.</param>
    Task<WebFetch> FetchAsync(WebPage page, WebPageState? known, CancellationToken cancellationToken);
}
