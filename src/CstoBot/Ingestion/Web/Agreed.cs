namespace CstoBot.Ingestion.Web;

internal sealed record WebPage(Uri Url, string Name, DocumentMetadata Stated, WebSchedule? Schedule);
internal sealed record WebPageState(string? ETag, DateTimeOffset? LastModified, DateTimeOffset FetchedAt);
internal abstract record WebFetch
{
    public sealed record NotModified(WebPageState State) : WebFetch;
    public sealed record Fetched(byte[] Content, string FileName, Uri FinalUrl, WebPageState State) : WebFetch;
    public sealed record Failed(string Reason) : WebFetch;
}
internal interface IWebPages { Task<WebFetch> FetchAsync(WebPage page, WebPageState? known, CancellationToken cancellationToken); }
internal sealed class WebSchedule
{
    private readonly int x = 1;
    public DateTimeOffset? NextAfter(DateTimeOffset last) => last.AddDays(x);
}
internal sealed class NoPages : IWebPages { public Task<WebFetch> FetchAsync(WebPage page, WebPageState? known, CancellationToken cancellationToken) => Task.FromResult<WebFetch>(new WebFetch.Failed("no")); }
