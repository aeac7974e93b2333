namespace CstoBot.Ingestion.Web;

/// <summary>One web page that <c>sources.yaml</c> lists.</summary>
/// <param name="Name">What the corpus calls it: unique in the manifest, harmless as a file's name, with an extension.</param>
/// <param name="Stated">What the manifest says of it; its url is the page's.</param>
/// <param name="Schedule">When to fetch it anew without being asked; null for at reloads only.</param>
internal sealed record WebPage(Uri Url, string Name, DocumentMetadata Stated, WebSchedule? Schedule);

/// <summary>What the last successful fetch of a page leaves for the next, so that an unchanged page need not be sent again.</summary>
/// <param name="ETag">As the server wrote it, weak or strong; null when it sent none.</param>
/// <param name="LastModified">As the server says; null when it does not.</param>
internal sealed record WebPageState(string? ETag, DateTimeOffset? LastModified, DateTimeOffset FetchedAt);
