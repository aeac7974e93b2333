using CstoBot.Ingestion.Versions;
using CstoBot.Ingestion.Web;

namespace CstoBot.Ingestion.Reloading;

/// <summary>Has web pages fetched that are due, and finds the kept content of the others. A page that fails keeps its last good state.</summary>
internal sealed class PageReading(IWebPages web, IFileStore files, TimeProvider time)
{
    private const int AtOnce = 4;

    /// <summary>What the manifest says of its documents, pages among them.</summary>
    public static IReadOnlyDictionary<string, DocumentMetadata> Known(SourceManifest manifest) => manifest.Documents
        .Concat(manifest.Pages.Select(page => KeyValuePair.Create(page.Name, page.Stated)))
        .DistinctBy(pair => pair.Key)
        .ToDictionary();

    public async Task<(IReadOnlyList<FoundFile> Files, IReadOnlyList<FailedDocument> Failures)> FindAsync(
        IReadOnlyList<WebPage> pages, CorpusCause cause, CancellationToken cancellationToken)
    {
        if (pages.Count == 0)
        {
            return ([], []);
        }

        var kept = await files.PagesAsync(cancellationToken);
        var now = time.GetUtcNow();
        var results = new (FoundFile? File, FailedDocument? Failure)[pages.Count];
        await Parallel.ForAsync(0, pages.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (place, token) =>
        {
            var page = pages[place];
            var known = kept.GetValueOrDefault(page.Url.AbsoluteUri);
            results[place] = PageSchedule.IsDue(page, known, cause, now)
                ? await FetchAsync(page, known, token)
                : known is null ? (null, new FailedDocument(page.Name, "has not been fetched yet"))
                : (File(page, known), null);
        });
        return (results.Select(result => result.File).OfType<FoundFile>().ToList(), results.Select(result => result.Failure).OfType<FailedDocument>().ToList());
    }

    private async Task<(FoundFile?, FailedDocument?)> FetchAsync(WebPage page, KeptPage? known, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        switch (await web.FetchAsync(page, known?.State, cancellationToken))
        {
            case WebFetch.Fetched fetched:
                var hash = Recipe.Hash(fetched.Content);
                await files.PutAsync(hash, fetched.Content, cancellationToken);
                var taken = new KeptPage(fetched.FileName, hash, fetched.State, now);
                await files.PutPageAsync(page.Url.AbsoluteUri, taken, cancellationToken);
                return (File(page, taken), null);
            case WebFetch.NotModified same when known is not null:
                var seen = known with { State = same.State, CheckedAt = now };
                await files.PutPageAsync(page.Url.AbsoluteUri, seen, cancellationToken);
                return (File(page, seen), null);
            case WebFetch.Failed failed when known is not null:
                await files.PutPageAsync(page.Url.AbsoluteUri, known with { CheckedAt = now }, cancellationToken);
                return (File(page, known) with { Failure = failed.Reason }, null);
            case WebFetch.Failed failed:
                return (null, new FailedDocument(page.Name, failed.Reason));
            default:
                return (null, new FailedDocument(page.Name, "was not sent"));
        }
    }

    private FoundFile File(WebPage page, KeptPage kept) => new(
        page.Name,
        DocumentOrigin.WebPage,
        kept.Hash,
        async token => await files.ReadOrNullAsync(kept.Hash, token) ?? throw new UnreadableDocumentException("is not kept any more"))
    {
        FormatName = kept.Name,
    };
}
