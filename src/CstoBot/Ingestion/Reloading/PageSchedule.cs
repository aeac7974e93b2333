using CstoBot.Ingestion.Versions;
using CstoBot.Ingestion.Web;

namespace CstoBot.Ingestion.Reloading;

/// <summary>When a web page is fetched. Pure.</summary>
internal static class PageSchedule
{
    /// <param name="kept">Null for a page that was never fetched.</param>
    public static bool IsDue(WebPage page, KeptPage? kept, CorpusCause cause, DateTimeOffset now) => cause switch
    {
        // A person who reloads wants the pages as they are now.
        CorpusCause.Admin or CorpusCause.Terminal => true,
        CorpusCause.Schedule => kept is null || page.Schedule?.NextAfter(kept.CheckedAt) is { } next && next <= now,

        // The start waits for nobody; a page that is due is fetched right after it.
        CorpusCause.Start or CorpusCause.Watch => false,
        _ => throw new InvalidOperationException(cause.ToString()),
    };
}
