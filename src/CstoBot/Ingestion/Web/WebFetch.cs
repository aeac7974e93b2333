namespace CstoBot.Ingestion.Web;

/// <summary>How fetching a page ended. Exactly one of the nested cases.</summary>
internal abstract record WebFetch
{
    private WebFetch()
    {
    }

    /// <summary>The page is as it was; what was kept of it stands.</summary>
    public sealed record NotModified(WebPageState State) : WebFetch;

    /// <summary>The page was sent whole.</summary>
    /// <param name="Content">Decompressed; text in an encoding that only the server named is UTF-8 with a byte-order mark.</param>
    /// <param name="FileName">The page's name with the extension of what was sent: html, pdf, txt, md or docx.</param>
    /// <param name="FinalUrl">Where redirects led.</param>
    public sealed record Fetched(byte[] Content, string FileName, Uri FinalUrl, WebPageState State) : WebFetch;

    /// <summary>The page could not or may not be fetched. A normal result: the web is not always there.</summary>
    /// <param name="Reason">One line of few words to follow the page's name; of urls it holds a host at most, of the answer nothing.</param>
    public sealed record Failed(string Reason) : WebFetch;
}
