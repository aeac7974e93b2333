using System.Collections.Concurrent;
using CstoBot.Conversations;
using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Reloading;

namespace CstoBot.Tests.Fakes;

/// <summary>Takes uploads of text files and archives, and says of each what a test wants.</summary>
internal sealed class ScriptedUploads : IUploads, IDocumentExtraction
{
    private static readonly string[] Endings = [".txt", ".pdf", ".zip"];

    public ConcurrentQueue<(string Name, byte[] Content, long UserId)> Staged { get; } = [];

    public ConcurrentQueue<long> Discarded { get; } = [];

    public Func<string, byte[], UploadPreview> Preview { get; set; } = (name, content) => new UploadPreview(
        7, name, [new UploadedDocument(name, "A new report", new DateOnly(2025, 2, 3), Language.English, Pages: 3, Chunks: content.Length, Failure: null)], DuplicateOf: null, Replaces: false);

    public bool IsDocument(string name) => Endings.Contains(Path.GetExtension(name));

    public Task<IReadOnlyList<ExtractedItem>> ExtractAsync(string name, byte[] content, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Uploads are staged, not read by whoever receives them.");

    public Task<UploadPreview> StageAsync(string fileName, byte[] content, long userId, CancellationToken cancellationToken)
    {
        Staged.Enqueue((fileName, content, userId));
        return Task.FromResult(Preview(fileName, content));
    }

    /// <summary>What is found when somebody looks again; null: no such upload.</summary>
    public UploadPreview? Again { get; set; }

    public Task<UploadPreview?> LookAgainOrNullAsync(long uploadId, CancellationToken cancellationToken) => Task.FromResult(Again);

    public Task<bool> DiscardAsync(long uploadId, CancellationToken cancellationToken)
    {
        Discarded.Enqueue(uploadId);
        return Task.FromResult(uploadId == 7);
    }
}
