namespace TelegramSandbox.Entities;

/// <summary>Which addresses Telegram makes links of.</summary>
internal static class LinkAddress
{
    private static readonly string[] Schemes = ["http", "https", "ftp", "tg", "ton", "tonsite", "mailto", "tel"];

    /// <returns>The complete address; null when Telegram would show the text without a link.</returns>
    public static string? CheckedOrNull(string address)
    {
        var trimmed = address.Trim();
        var complete = trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : "http://" + trimmed;
        return Uri.TryCreate(complete, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme) && HasHost(uri)
            ? WithRootPath(complete, uri)
            : null;
    }

    private static bool HasHost(Uri uri) =>
        uri.Scheme is "tg" or "ton"
        || uri.Host.Contains('.', StringComparison.Ordinal)
        || uri.HostNameType == UriHostNameType.IPv6;

    private static string WithRootPath(string complete, Uri uri) =>
        uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && !complete.EndsWith('/')
            ? complete + "/"
            : complete;
}
