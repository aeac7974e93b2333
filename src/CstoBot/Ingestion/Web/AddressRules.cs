namespace CstoBot.Ingestion.Web;

/// <summary>Which urls may be requested for a page: its own and those that it redirects to.</summary>
internal sealed class AddressRules(Uri page, AllowedHosts hosts)
{
    private const int MaxLength = 2_048;

    /// <exception cref="WebFaultException">Nothing may be requested there.</exception>
    public void Check(Uri url)
    {
        if (FaultOrNull(url) is { } fault)
        {
            throw new WebFaultException(fault);
        }
    }

    /// <summary>Where a redirect leads.</summary>
    /// <param name="location">As the server wrote it; null when it did not.</param>
    /// <exception cref="WebFaultException">It leads nowhere, or to where nothing may be requested.</exception>
    public Uri Follow(Uri from, string? location)
    {
        var target = TargetOrNull(from, location) ?? throw new WebFaultException("it redirects to no address");
        if (FaultOrNull(target) is { } fault)
        {
            throw new WebFaultException($"it redirects to where nothing is fetched from: {fault}");
        }

        return from.Scheme == Uri.UriSchemeHttps && target.Scheme == Uri.UriSchemeHttp
            ? throw new WebFaultException("it redirects from https to http, which is refused")
            : target;
    }

    private string? FaultOrNull(Uri url) =>
        SyntaxFaultOrNull(url) is { } fault ? fault
        : !hosts.Contains(url) ? $"{ShownHost(url)} is not an allowed host (Web:AllowedHosts)"
        : !url.IsDefaultPort && url.Port is not (80 or 443) && !IsOfPage(url) ? "a port other than 80 and 443 is refused"
        : null;

    /// <summary>Why no page has such an address, whatever the settings are; null when one may.</summary>
    public static string? SyntaxFaultOrNull(Uri url)
    {
        try
        {
            return WrittenFaultOrNull(url);
        }
        catch (UriFormatException)
        {
            // Letters that no host has are found out when its other name is wanted.
            return "the address names no host";
        }
    }

    private static Uri? TargetOrNull(Uri from, string? location)
    {
        try
        {
            return !string.IsNullOrWhiteSpace(location) && Uri.TryCreate(from, location, out var target) ? target : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static string? WrittenFaultOrNull(Uri url) =>
        !url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) ? "the address is not http or https"
        : url.UserInfo.Length > 0 ? "the address holds a user's name"
        : url.AbsoluteUri.Length > MaxLength ? "the address is too long"
        : url.IdnHost.Length == 0 ? "the address names no host"
        : null;

    /// <summary>A host in letters that are harmless anywhere, and not longer than a line can bear.</summary>
    public static string ShownHost(Uri url)
    {
        var host = string.Concat(url.IdnHost.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or ':'));
        return host.Length <= 60 ? host : host[..60] + "…";
    }

    /// <summary>The port that the manifest itself names is wanted, on that host.</summary>
    private bool IsOfPage(Uri url) => url.Port == page.Port && url.IdnHost.Equals(page.IdnHost, StringComparison.OrdinalIgnoreCase);
}
