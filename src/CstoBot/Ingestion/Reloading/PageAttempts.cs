using CstoBot.Ingestion.Versions;
using CstoBot.Ingestion.Web;

namespace CstoBot.Ingestion.Reloading;

/// <summary>Which web pages are due, those that fail being left alone for a while.</summary>
internal sealed class PageAttempts
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, DateTimeOffset> attempts = [];

    /// <summary>Whether any is; those are taken as attempted now.</summary>
    /// <param name="kept">By address.</param>
    public bool AreDue(IReadOnlyList<WebPage> pages, IReadOnlyDictionary<string, KeptPage> kept, DateTimeOffset now)
    {
        var due = pages.Select(page => (page, url: page.Url.AbsoluteUri))
            .Where(pair => PageSchedule.IsDue(pair.page, kept.GetValueOrDefault(pair.url), CorpusCause.Schedule, now))
            .Select(pair => pair.url)
            .Where(url => !attempts.TryGetValue(url, out var last) || now - last >= Rest)
            .ToList();
        due.ForEach(url => attempts[url] = now);
        return due.Count > 0;
    }
}
