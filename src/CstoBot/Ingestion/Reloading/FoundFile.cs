using CstoBot.Ingestion.Versions;

namespace CstoBot.Ingestion.Reloading;

/// <summary>A file that the sources hold now.</summary>
/// <param name="Hash">SHA-256 of its bytes where it is known without reading them; null where it is not.</param>
/// <param name="Read">Its bytes; fails with <see cref="UnreadableDocumentException"/>.</param>
internal sealed record FoundFile(string Name, DocumentOrigin Origin, string? Hash, Func<CancellationToken, Task<byte[]>> Read)
{
    /// <summary>The name by whose extension it is read, where that is another; null for its own.</summary>
    public string? FormatName { get; init; }

    /// <summary>Why its newest state cannot be had, so that this is an older one; null when all is well.</summary>
    public string? Failure { get; init; }
}

/// <summary>What became of a found file.</summary>
/// <param name="Kept">The file as the version before holds it, when nothing about it changed or it cannot be read now; null for a new one.</param>
/// <param name="Read">What it holds when it was read anew; null otherwise.</param>
/// <param name="Failures">Each with its reason.</param>
internal sealed record FileOutcome(CorpusFile? Kept, ReadFile? Read, IReadOnlyList<FailedDocument> Failures);

/// <param name="Documents">Those that could be read; not empty.</param>
internal sealed record ReadFile(string Name, DocumentOrigin Origin, string Hash, string Recipe, IReadOnlyList<SourceDocument> Documents);
