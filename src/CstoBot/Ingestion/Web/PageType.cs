namespace CstoBot.Ingestion.Web;

/// <summary>What kinds of content are taken, and the extension that says so to the readers of documents.</summary>
internal static class PageType
{
    public const string Accepted = "text/html, application/xhtml+xml, text/plain, text/markdown, application/pdf, application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The extension, with its dot; null for content that is not taken.</summary>
    /// <param name="mediaType">Without parameters.</param>
    /// <param name="url">Servers send Markdown as plain text; then its name tells.</param>
    public static string? ExtensionOrNull(string mediaType, Uri url) => mediaType.ToLowerInvariant() switch
    {
        "text/html" or "application/xhtml+xml" => ".html",
        "text/markdown" or "text/x-markdown" => ".md",
        "text/plain" => url.AbsolutePath.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? ".md" : ".txt",
        "application/pdf" => ".pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
        _ => null,
    };

    public static bool IsText(string extension) => extension is ".html" or ".md" or ".txt";
}
