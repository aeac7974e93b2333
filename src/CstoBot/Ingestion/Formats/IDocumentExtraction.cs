namespace CstoBot.Ingestion.Formats;

/// <summary>Makes text of files of every known format.</summary>
internal interface IDocumentExtraction
{
    /// <summary>Whether a file of this name is a document, by its extension.</summary>
    bool IsDocument(string name);

    /// <param name="name">With its extension, as people know the file; it is never used as a path.</param>
    /// <returns>The documents of the file: one, or all those of an archive, each named "archive.zip/inner name".</returns>
    /// <exception cref="UnreadableDocumentException">The file as a whole cannot be used.</exception>
    Task<IReadOnlyList<ExtractedItem>> ExtractAsync(string name, byte[] content, CancellationToken cancellationToken);
}

/// <summary>One document of a file. Exactly one of the nested cases.</summary>
internal abstract record ExtractedItem
{
    private ExtractedItem()
    {
    }

    public abstract string Name { get; init; }

    public sealed record Read(string Name, ExtractedText Extracted) : ExtractedItem;

    /// <param name="Reason">A few words to follow the name.</param>
    public sealed record Unreadable(string Name, string Reason) : ExtractedItem;
}
