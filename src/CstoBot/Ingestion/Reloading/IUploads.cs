using CstoBot.Conversations;

namespace CstoBot.Ingestion.Reloading;

/// <summary>Files that admins send, until they say that they are to be taken in (<see cref="CorpusChange.Add"/>).</summary>
internal interface IUploads
{
    /// <summary>Keeps a file for a day and says what the bot would make of it.</summary>
    /// <param name="fileName">As sent; may be anything.</param>
    /// <exception cref="UnreadableDocumentException">It is of no known format, too large, or cannot be read.</exception>
    Task<UploadPreview> StageAsync(string fileName, byte[] content, long userId, CancellationToken cancellationToken);

    /// <summary>What the bot would make of it by now: the sources may have changed since it was sent. Null when there is no such upload any more.</summary>
    /// <exception cref="UnreadableDocumentException">It cannot be read this time.</exception>
    Task<UploadPreview?> LookAgainOrNullAsync(long uploadId, CancellationToken cancellationToken);

    /// <summary>False when there is no such upload any more.</summary>
    Task<bool> DiscardAsync(long uploadId, CancellationToken cancellationToken);
}

/// <param name="Name">What the document will be called: the file's name made harmless.</param>
/// <param name="Documents">One, or those of an archive.</param>
/// <param name="DuplicateOf">The document of the corpus that holds the same; null when none does.</param>
/// <param name="Replaces">Whether a document of this name with another content is in the corpus.</param>
internal sealed record UploadPreview(long Id, string Name, IReadOnlyList<UploadedDocument> Documents, string? DuplicateOf, bool Replaces);

/// <param name="Chunks">0 for one that cannot be read.</param>
/// <param name="Failure">Why it cannot be read; null when it can.</param>
internal sealed record UploadedDocument(string Name, string? Title, DateOnly? Published, Language? Language, int Pages, int Chunks, string? Failure);
