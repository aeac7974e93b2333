using CstoBot.Ingestion;
using CstoBot.Ingestion.Versions;
using Microsoft.Extensions.Options;

namespace CstoBot.Storage.Sqlite.Corpus;

/// <summary>
/// What the bot has kept, for a program that only looks: uploads, corrections and rollbacks count for it too. It keeps nothing itself.
/// What was read from another folder does not count.
/// </summary>
internal sealed partial class ReadOnlyCorpusStore(
    CorpusDatabase database, SqliteCorpusStore kept, IOptions<SourcesOptions> sources, ILogger<ReadOnlyCorpusStore> logger) : ICorpusStore
{
    private readonly ForgetfulCorpusStore forgetful = new();

    public async Task<CorpusSnapshot?> CurrentOrNullAsync(CancellationToken cancellationToken)
    {
        try
        {
            return database.Exists && await kept.CurrentOrNullAsync(cancellationToken) is { } current && current.Folder == sources.Value.FolderPath ? current : null;
        }
        catch (SourcesUnavailableException exception)
        {
            LogUnreadable(exception.Message);
            return null;
        }
    }

    public async Task<int> LatestNumberAsync(CancellationToken cancellationToken) => (await CurrentOrNullAsync(cancellationToken))?.Version.Number ?? 0;

    public Task<CorpusSnapshot?> FindOrNullAsync(int number, CancellationToken cancellationToken) => kept.FindOrNullAsync(number, cancellationToken);

    public Task<IReadOnlyList<string>> PutAsync(IReadOnlyList<SourceDocument> documents, CancellationToken cancellationToken) => forgetful.PutAsync(documents, cancellationToken);

    public Task<IReadOnlyList<SourceDocument>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) => kept.ReadAsync(keys, cancellationToken);

    public Task CommitAsync(CorpusSnapshot next, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken) => forgetful.LockAsync(cancellationToken);

    [LoggerMessage(9001, LogLevel.Warning, "{Reason} The documents are read from the folder alone")]
    private partial void LogUnreadable(string reason);
}

/// <summary>The files that the bot has kept, likewise.</summary>
internal sealed class ReadOnlyFileStore(CorpusDatabase database, SqliteFileStore kept) : IFileStore
{
    private readonly ForgetfulFileStore forgetful = new();

    public Task PutAsync(string hash, byte[] content, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<byte[]?> ReadOrNullAsync(string hash, CancellationToken cancellationToken) => Use.ReadOrNullAsync(hash, cancellationToken);

    public Task<long> StageAsync(StagedUpload upload, CancellationToken cancellationToken) => forgetful.StageAsync(upload, cancellationToken);

    public Task<StagedUpload?> StagedOrNullAsync(long id, CancellationToken cancellationToken) => Use.StagedOrNullAsync(id, cancellationToken);

    public Task<bool> UnstageAsync(long id, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<IReadOnlyDictionary<string, KeptPage>> PagesAsync(CancellationToken cancellationToken) => Use.PagesAsync(cancellationToken);

    public Task PutPageAsync(string url, KeptPage page, CancellationToken cancellationToken) => Task.CompletedTask;

    private IFileStore Use => database.Exists ? kept : forgetful;
}
