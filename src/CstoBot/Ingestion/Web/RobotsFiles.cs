using System.Collections.Concurrent;
using System.Text;

namespace CstoBot.Ingestion.Web;

/// <summary>The robots.txt of each origin, fetched like a page and kept for a while.</summary>
internal sealed class RobotsFiles(WebRequests requests, TimeProvider time)
{
    /// <summary>By which name the bot looks for itself.</summary>
    public const string Product = "cstobot";

    /// <summary>As long as RFC 9309 lets one be used.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>A server that fails is asked again soon, but not once for each of its pages.</summary>
    private static readonly TimeSpan FaultKept = TimeSpan.FromMinutes(5);

    /// <summary>A site with ever new hosts below it must not fill the memory.</summary>
    private const int MaxEntries = 64;

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <param name="rules">The page's: no other origin is asked for a robots.txt than a page may come from.</param>
    /// <exception cref="WebFaultException">It could not be read; then everything is forbidden.</exception>
    public async Task<RobotsRules> OfAsync(Uri url, AddressRules rules, CancellationToken cancellationToken)
    {
        var origin = url.GetLeftPart(UriPartial.Authority);
        if (!entries.TryGetValue(origin, out var entry) || entry.Until <= time.GetUtcNow())
        {
            entry = await FetchAsync(new Uri(url, RobotsPath.Own), rules, cancellationToken);
            if (entries.Count >= MaxEntries)
            {
                entries.Clear();
            }

            entries[origin] = entry;
        }

        return entry.Rules ?? throw new WebFaultException("the host's robots.txt cannot be read now, so nothing is fetched");
    }

    private async Task<Entry> FetchAsync(Uri url, AddressRules rules, CancellationToken cancellationToken)
    {
        using var landing = await GetAsync(url, rules, cancellationToken);
        var status = (int)landing.Response.StatusCode;
        if (status is >= 200 and < 300)
        {
            var start = await BodyReader.ReadStartAsync(landing.Response.Content, RobotsFile.MaxLength, cancellationToken);
            return new Entry(RobotsFile.Parse(WholeLines(start), Product), time.GetUtcNow() + Kept);
        }

        // "Too many requests" says nothing about what is allowed; every other refusal is that there is no such file.
        return status is >= 400 and < 500 and not 429
            ? new Entry(RobotsRules.None, time.GetUtcNow() + Kept)
            : new Entry(null, time.GetUtcNow() + FaultKept);
    }

    private async Task<Landing> GetAsync(Uri url, AddressRules rules, CancellationToken cancellationToken)
    {
        try
        {
            return await requests.GetAsync(url, rules, known: null, (_, _) => Task.CompletedTask, cancellationToken);
        }
        catch (WebFaultException exception)
        {
            throw new WebFaultException($"the host's robots.txt cannot be read: {exception.Message}");
        }
    }

    /// <summary>Half a rule at the limit would forbid more than the whole one.</summary>
    private static string WholeLines(byte[] start)
    {
        var end = start.Length < RobotsFile.MaxLength ? start.Length : Array.FindLastIndex(start, octet => octet is (byte)'\n' or (byte)'\r') + 1;
        return Encoding.UTF8.GetString(start, 0, end);
    }

    /// <param name="Rules">Null when the file could not be read.</param>
    private sealed record Entry(RobotsRules? Rules, DateTimeOffset Until);
}
