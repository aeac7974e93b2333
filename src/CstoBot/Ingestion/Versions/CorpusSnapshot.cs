namespace CstoBot.Ingestion.Versions;

/// <summary>What a corpus version holds; its documents' contents are kept beside it (<see cref="ICorpusStore"/>).</summary>
/// <param name="Folder">The sources folder that it was read from.</param>
/// <param name="Corrections">What admins corrected, by document name.</param>
/// <param name="LeftOut">The documents that admins removed.</param>
internal sealed record CorpusSnapshot(
    CorpusVersion Version,
    string Folder,
    IReadOnlyList<CorpusFile> Files,
    IReadOnlyDictionary<string, DocumentMetadata> Corrections,
    IReadOnlySet<string> LeftOut)
{
    private IReadOnlyList<CorpusDocument>? documents;

    /// <summary>The documents that questions are answered from, in the order of their names.</summary>
    public IReadOnlyList<CorpusDocument> Documents => documents ??= VersionDocuments.Of(Files, LeftOut);
}

/// <summary>A file of a version, from wherever it came.</summary>
/// <param name="Name">In the folder; of an upload or a web page, the name that it was given.</param>
/// <param name="Hash">SHA-256 of the file's bytes, lower-case hex.</param>
/// <param name="Recipe">What the documents were made by (<see cref="Reloading.Recipe"/>): the same gives the same documents.</param>
/// <param name="ReadAt">When it was taken in.</param>
/// <param name="Documents">One, or those of an archive.</param>
internal sealed record CorpusFile(
    string Name, DocumentOrigin Origin, string Hash, string Recipe, DateTimeOffset ReadAt, IReadOnlyList<CorpusDocument> Documents);

/// <param name="Key">Of the document's kept content (<see cref="ICorpusStore.PutAsync"/>).</param>
/// <param name="ContentHash"><see cref="SourceDocument.ContentHash"/>.</param>
/// <param name="Length">Of the text, in UTF-16 code units.</param>
internal sealed record CorpusDocument(string Name, string Key, string ContentHash, int Length);
