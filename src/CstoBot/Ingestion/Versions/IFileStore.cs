using CstoBot.Ingestion.Web;

namespace CstoBot.Ingestion.Versions;

/// <summary>Keeps the bytes of files that do not lie in the folder: uploads and web pages.</summary>
internal interface IFileStore
{
    /// <param name="hash">SHA-256 of the content, lower-case hex.</param>
    Task PutAsync(string hash, byte[] content, CancellationToken cancellationToken);

    Task<byte[]?> ReadOrNullAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Keeps an upload until it is taken in or discarded, for a day at most.</summary>
    /// <returns>Its id, from 1.</returns>
    Task<long> StageAsync(StagedUpload upload, CancellationToken cancellationToken);

    Task<StagedUpload?> StagedOrNullAsync(long id, CancellationToken cancellationToken);

    /// <summary>False when there is no such upload any more.</summary>
    Task<bool> UnstageAsync(long id, CancellationToken cancellationToken);

    /// <summary>How the pages were when they were fetched last, by address.</summary>
    Task<IReadOnlyDictionary<string, KeptPage>> PagesAsync(CancellationToken cancellationToken);

    Task PutPageAsync(string url, KeptPage page, CancellationToken cancellationToken);
}

/// <param name="Name">What the document will be called.</param>
/// <param name="Hash">Of its content, which is put before.</param>
internal sealed record StagedUpload(string Name, string Hash, long UserId, DateTimeOffset At);

/// <param name="Name">Of the file that the page is read as, with the extension of its format.</param>
/// <param name="Hash">Of its content.</param>
/// <param name="CheckedAt">When it was asked for last, whether it had changed or not.</param>
internal sealed record KeptPage(string Name, string Hash, WebPageState State, DateTimeOffset CheckedAt);
