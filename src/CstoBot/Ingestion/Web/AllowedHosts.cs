using System.Globalization;

namespace CstoBot.Ingestion.Web;

/// <summary>The hosts that a page and its redirects may be on.</summary>
internal sealed class AllowedHosts
{
    private static readonly IdnMapping Idn = new();

    private readonly IReadOnlyList<string> entries;

    private AllowedHosts(IReadOnlyList<string> entries) => this.entries = entries;

    /// <param name="setting">As <see cref="WebOptions.AllowedHosts"/>; empty for the page's own host only.</param>
    public static AllowedHosts For(Uri page, string setting) => string.IsNullOrWhiteSpace(setting)
        ? new([page.IdnHost])
        : new([.. setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(entry => Ascii(entry.ToLowerInvariant()))]);

    public bool Contains(Uri url) => entries.Any(entry => entry.StartsWith("*.", StringComparison.Ordinal)
        ? url.IdnHost.EndsWith(entry[1..], StringComparison.OrdinalIgnoreCase)
        : url.IdnHost.Equals(entry, StringComparison.OrdinalIgnoreCase));

    /// <summary>As requests name it; a name that cannot be written so is no host's, and matches none.</summary>
    private static string Ascii(string entry)
    {
        var prefix = entry.StartsWith("*.", StringComparison.Ordinal) ? "*." : "";
        try
        {
            return prefix + Idn.GetAscii(entry[prefix.Length..]);
        }
        catch (ArgumentException)
        {
            return entry;
        }
    }
}
