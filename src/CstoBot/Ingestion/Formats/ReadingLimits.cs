namespace CstoBot.Ingestion.Formats;

/// <summary>What one document may hold.</summary>
internal sealed record ReadingLimits(int MaxPages, int MaxCharacters)
{
    public static ReadingLimits Of(FormatsOptions options) => new(options.MaxPages, options.MaxTextMegabytes * 1_000_000);

    public void CheckLength(int characters)
    {
        if (characters > MaxCharacters)
        {
            throw new UnreadableDocumentException($"holds more than {MaxCharacters / 1_000_000} million characters of text (Formats:MaxTextMegabytes)");
        }
    }

    public void CheckPages(int pages)
    {
        if (pages > MaxPages)
        {
            throw new UnreadableDocumentException($"has {pages} pages; the limit is {MaxPages} (Formats:MaxPages)");
        }
    }
}
