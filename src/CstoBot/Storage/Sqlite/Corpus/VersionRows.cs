using CstoBot.Ingestion.Reloading;
using CstoBot.Ingestion.Versions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite.Corpus;

/// <summary>Versions as rows: a file, a correction, an omission has one row for all the versions that it is in, so a reload writes as much as has changed.</summary>
internal static class VersionRows
{
    /// <summary>How many versions are kept, the one in use among them.</summary>
    private const int Kept = 10;

    private const string InVersion = "first_version <= @number AND (last_version IS NULL OR last_version >= @number)";

    public static IReadOnlyList<CorpusVersion> Versions(SqliteConnection connection) =>
        connection.Query<VersionRow>($"{VersionRow.Select} ORDER BY number DESC").Select(row => row.Version()).ToList();

    public static CorpusSnapshot? ReadOrNull(SqliteConnection connection, int number) =>
        connection.QuerySingleOrDefault<VersionRow>($"{VersionRow.Select} WHERE number = @number", new { number }) is { } row
            ? new CorpusSnapshot(
                row.Version(),
                row.Folder,
                FileRows.Read(connection, InVersion, number).Select(pair => pair.File).ToList(),
                connection.Query<(string Document, string Metadata)>($"SELECT document, metadata FROM corrections WHERE {InVersion}", new { number })
                    .ToDictionary(pair => pair.Document, pair => MetadataJson.Read(pair.Metadata)),
                connection.Query<string>($"SELECT document FROM left_out WHERE {InVersion}", new { number }).ToHashSet())
            : null;

    public static void Write(SqliteConnection connection, CorpusSnapshot next)
    {
        var number = next.Version.Number;
        FileRows.Replace(connection, next.Files, number);
        Replace(connection, "corrections", "metadata", next.Corrections.ToDictionary(pair => pair.Key, pair => MetadataJson.Write(pair.Value)), number);
        Replace(connection, "left_out", value: null, next.LeftOut.ToDictionary(name => name, _ => ""), number);
        connection.Execute(VersionRow.Insert, new VersionRow(next));
    }

    /// <returns>How many versions went.</returns>
    public static int RemoveOld(SqliteConnection connection, int latest)
    {
        var oldest = latest - Kept + 1;
        var removed = connection.Execute("DELETE FROM versions WHERE number < @oldest", new { oldest });
        connection.Execute(
            """
            DELETE FROM files WHERE last_version < @oldest;
            DELETE FROM corrections WHERE last_version < @oldest;
            DELETE FROM left_out WHERE last_version < @oldest;
            DELETE FROM contents WHERE NOT EXISTS (SELECT 1 FROM file_documents WHERE content_id = contents.id);
            DELETE FROM kept_files
            WHERE NOT EXISTS (SELECT 1 FROM files WHERE files.hash = kept_files.hash)
            AND NOT EXISTS (SELECT 1 FROM uploads WHERE uploads.hash = kept_files.hash)
            AND NOT EXISTS (SELECT 1 FROM pages WHERE pages.hash = kept_files.hash)
            """,
            new { oldest });
        return removed;
    }

    /// <summary>Ends what is not in the next version, and begins what is new in it.</summary>
    /// <param name="table">Its column <c>document</c> names, <paramref name="value"/> says what; null for a table of names alone.</param>
    private static void Replace(SqliteConnection connection, string table, string? value, Dictionary<string, string> next, int number)
    {
        var before = connection.Query<(long Row, string Document, string Value)>($"SELECT rowid, document, {value ?? "''"} FROM {table} WHERE last_version IS NULL").ToList();
        var staying = before.Where(row => next.TryGetValue(row.Document, out var said) && said == row.Value).ToList();
        connection.Execute(
            $"UPDATE {table} SET last_version = @last WHERE rowid = @row",
            before.Except(staying).Select(row => new { row = row.Row, last = number - 1 }));
        connection.Execute(
            $"INSERT INTO {table} (document, {(value is null ? "" : value + ", ")}first_version) VALUES (@document, {(value is null ? "" : "@said, ")}@number)",
            next.Where(pair => !staying.Exists(row => row.Document == pair.Key)).Select(pair => new { document = pair.Key, said = pair.Value, number }));
    }

    private sealed record VersionRow(
        long Number, string Id, long CreatedAt, string Cause, long? RequestedBy, long Documents, long Added, long Changed, long Removed, long Failed, long? RolledBackTo, long IsHeld, string Folder)
    {
        public const string Select =
            """
            SELECT number, id, created_at AS CreatedAt, cause, requested_by AS RequestedBy, documents, added, changed, removed, failed,
                   rolled_back_to AS RolledBackTo, is_held AS IsHeld, folder
            FROM versions
            """;

        public const string Insert =
            """
            INSERT INTO versions (number, id, created_at, cause, requested_by, documents, added, changed, removed, failed, rolled_back_to, is_held, folder)
            VALUES (@Number, @Id, @CreatedAt, @Cause, @RequestedBy, @Documents, @Added, @Changed, @Removed, @Failed, @RolledBackTo, @IsHeld, @Folder)
            """;

        public VersionRow(CorpusSnapshot of)
            : this(
                of.Version.Number, of.Version.Id, of.Version.CreatedAt.ToUnixTimeMilliseconds(), $"{of.Version.Cause}", of.Version.By, of.Version.Documents,
                of.Version.Added, of.Version.Changed, of.Version.Removed, of.Version.Failed, of.Version.RolledBackTo, of.Version.IsHeld ? 1 : 0, of.Folder)
        {
        }

        public CorpusVersion Version() => new(
            (int)Number, Id, DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt), Enum.Parse<CorpusCause>(Cause), RequestedBy,
            (int)Documents, (int)Added, (int)Changed, (int)Removed, (int)Failed, (int?)RolledBackTo)
        {
            IsHeld = IsHeld != 0,
        };
    }
}
