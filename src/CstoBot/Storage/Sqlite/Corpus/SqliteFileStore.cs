using CstoBot.Ingestion.Versions;
using CstoBot.Ingestion.Web;
using Dapper;

namespace CstoBot.Storage.Sqlite.Corpus;

internal sealed class SqliteFileStore(CorpusDatabase database, TimeProvider time) : IFileStore
{
    private static readonly TimeSpan UploadsKept = TimeSpan.FromDays(1);

    public Task PutAsync(string hash, byte[] content, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute(
            "INSERT INTO kept_files (hash, bytes, put_at) VALUES (@hash, @bytes, @now) ON CONFLICT (hash) DO NOTHING",
            new { hash = Convert.FromHexString(hash), bytes = Packed.Bytes(content), now = Now() }),
        cancellationToken);

    public Task<byte[]?> ReadOrNullAsync(string hash, CancellationToken cancellationToken) => Task.FromResult(database.Read(connection =>
        connection.QuerySingleOrDefault<byte[]?>("SELECT bytes FROM kept_files WHERE hash = @hash", new { hash = Convert.FromHexString(hash) }) is { } bytes
            ? Packed.Unpack(bytes)
            : null));

    public Task<long> StageAsync(StagedUpload upload, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            connection.Execute("DELETE FROM uploads WHERE at < @before", new { before = Now() - (long)UploadsKept.TotalMilliseconds });
            return connection.ExecuteScalar<long>(
                "INSERT INTO uploads (name, hash, user_id, at) VALUES (@Name, @hash, @UserId, @at) RETURNING id",
                new { upload.Name, hash = Convert.FromHexString(upload.Hash), upload.UserId, at = upload.At.ToUnixTimeMilliseconds() });
        },
        cancellationToken);

    public Task<StagedUpload?> StagedOrNullAsync(long id, CancellationToken cancellationToken) => Task.FromResult(database.Read(connection =>
        connection.QuerySingleOrDefault<(string Name, byte[] Hash, long UserId, long At)?>(
            "SELECT name, hash, user_id, at FROM uploads WHERE id = @id AND at >= @since", new { id, since = Now() - (long)UploadsKept.TotalMilliseconds }) is var (name, hash, userId, at)
            ? new StagedUpload(name, Convert.ToHexStringLower(hash), userId, DateTimeOffset.FromUnixTimeMilliseconds(at))
            : null));

    public Task<bool> UnstageAsync(long id, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute("DELETE FROM uploads WHERE id = @id", new { id }) > 0, cancellationToken);

    public Task<IReadOnlyDictionary<string, KeptPage>> PagesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyDictionary<string, KeptPage>>(database.Read(connection =>
        connection.Query<(string Url, string Name, byte[] Hash, string? ETag, long? LastModified, long FetchedAt, long CheckedAt)>(
                "SELECT url, name, hash, etag, last_modified, fetched_at, checked_at FROM pages")
            .ToDictionary(row => row.Url, row => new KeptPage(
                row.Name,
                Convert.ToHexStringLower(row.Hash),
                new WebPageState(row.ETag, row.LastModified is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null, DateTimeOffset.FromUnixTimeMilliseconds(row.FetchedAt)),
                DateTimeOffset.FromUnixTimeMilliseconds(row.CheckedAt)))));

    public Task PutPageAsync(string url, KeptPage page, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute(
            """
            INSERT INTO pages (url, name, hash, etag, last_modified, fetched_at, checked_at)
            VALUES (@url, @Name, @hash, @ETag, @lastModified, @fetchedAt, @checkedAt)
            ON CONFLICT (url) DO UPDATE SET
                name = excluded.name, hash = excluded.hash, etag = excluded.etag, last_modified = excluded.last_modified,
                fetched_at = excluded.fetched_at, checked_at = excluded.checked_at
            """,
            new
            {
                url,
                page.Name,
                hash = Convert.FromHexString(page.Hash),
                page.State.ETag,
                lastModified = page.State.LastModified?.ToUnixTimeMilliseconds(),
                fetchedAt = page.State.FetchedAt.ToUnixTimeMilliseconds(),
                checkedAt = page.CheckedAt.ToUnixTimeMilliseconds(),
            }),
        cancellationToken);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
