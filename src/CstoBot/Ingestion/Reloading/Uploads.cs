using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Versions;

namespace CstoBot.Ingestion.Reloading;

/// <summary>Looks at files that admins send: what the bot would make of them, before anything is changed.</summary>
internal sealed class Uploads(IDocumentExtraction extraction, SourceFolder folder, ICorpusStore store, IFileStore files, TimeProvider time) : IUploads
{
    public async Task<UploadPreview> StageAsync(string fileName, byte[] content, long userId, CancellationToken cancellationToken)
    {
        var name = FileName.Harmless(fileName);
        if (!extraction.IsDocument(name))
        {
            throw new UnreadableDocumentException("is of a format that the bot does not read");
        }

        folder.CheckSize(content.LongLength);
        var preview = await LookAsync(name, content, cancellationToken);
        var hash = Recipe.Hash(content);
        await files.PutAsync(hash, content, cancellationToken);
        return preview with { Id = await files.StageAsync(new StagedUpload(name, hash, userId, time.GetUtcNow()), cancellationToken) };
    }

    public async Task<UploadPreview?> LookAgainOrNullAsync(long uploadId, CancellationToken cancellationToken) =>
        await files.StagedOrNullAsync(uploadId, cancellationToken) is { } staged && await files.ReadOrNullAsync(staged.Hash, cancellationToken) is { } content
            ? await LookAsync(staged.Name, content, cancellationToken) with { Id = uploadId }
            : null;

    public Task<bool> DiscardAsync(long uploadId, CancellationToken cancellationToken) => files.UnstageAsync(uploadId, cancellationToken);

    /// <summary>A preview without an id.</summary>
    private async Task<UploadPreview> LookAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        var items = await extraction.ExtractAsync(name, content, cancellationToken);
        var read = items.Select(item => Look(item)).ToList();
        if (read.TrueForAll(item => item.Document is null))
        {
            throw new UnreadableDocumentException(read is [{ Uploaded.Failure: { } reason }, ..] ? reason : "holds no documents");
        }

        var current = await store.CurrentOrNullAsync(cancellationToken);
        var documents = read.Select(item => item.Document).OfType<SourceDocument>().ToList();
        return new UploadPreview(
            Id: 0,
            name,
            read.ConvertAll(item => item.Uploaded),
            DuplicateOfOrNull(documents, current),
            current is not null && current.Documents.Any(there => documents.Exists(document => document.Name == there.Name && document.ContentHash != there.ContentHash)));
    }

    /// <summary>The document of the corpus whose text is that of the only document here.</summary>
    private static string? DuplicateOfOrNull(List<SourceDocument> documents, CorpusSnapshot? current) =>
        documents is [var only] && current is not null
            ? current.Documents.FirstOrDefault(there => there.ContentHash == only.ContentHash)?.Name
            : null;

    private static (SourceDocument? Document, UploadedDocument Uploaded) Look(ExtractedItem item)
    {
        try
        {
            var document = item switch
            {
                ExtractedItem.Read read => DocumentReader.Read(read.Name, read.Extracted, DocumentMetadata.Unknown),
                ExtractedItem.Unreadable unreadable => throw new UnreadableDocumentException(unreadable.Reason),
                _ => throw new InvalidOperationException(item.GetType().Name),
            };
            return (document, new UploadedDocument(
                document.Name,
                document.Metadata.Title,
                document.Metadata.Published,
                document.Metadata.Language,
                document.PageStarts.Count,
                Chunker.Split(document).Count,
                Failure: null));
        }
        catch (UnreadableDocumentException exception)
        {
            return (null, new UploadedDocument(item.Name, null, null, null, Pages: 0, Chunks: 0, exception.Message));
        }
    }
}
