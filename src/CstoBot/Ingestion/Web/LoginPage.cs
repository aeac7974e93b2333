namespace CstoBot.Ingestion.Web;

/// <summary>Recognises that a site led a visitor to its login instead of the page: by where, since such a page is sent with 200 like any other.</summary>
internal static class LoginPage
{
    private static readonly string[] Names = ["login", "log-in", "logon", "signin", "sign-in", "sso"];

    public static bool IsReachedBy(Uri page, Uri landing) => IsLogin(landing) && !IsLogin(page);

    private static bool IsLogin(Uri url) =>
        url.Segments.Any(segment => Names.Contains(Path.GetFileNameWithoutExtension(segment.TrimEnd('/')), StringComparer.OrdinalIgnoreCase));
}
