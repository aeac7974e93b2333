using CstoBot.Ingestion;
using CstoBot.Ingestion.Versions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite.Corpus;

/// <summary>The files of versions, and their documents.</summary>
internal static class FileRows
{
    /// <param name="which">A condition on the rows, with the parameter <c>@number</c>.</param>
    public static List<(long Row, CorpusFile File)> Read(SqliteConnection connection, string which, int number)
    {
        var documents = connection.Query<(long File, string Name, byte[] Key, string ContentHash, long Length)>(
                $"""
                SELECT file_documents.file_id, file_documents.name, contents.key, contents.content_hash, file_documents.length
                FROM files JOIN file_documents ON file_documents.file_id = files.id JOIN contents ON contents.id = file_documents.content_id
                WHERE {which} ORDER BY file_documents.file_id, file_documents.place
                """,
                new { number })
            .ToLookup(row => row.File, row => new CorpusDocument(row.Name, Convert.ToHexStringLower(row.Key), row.ContentHash, (int)row.Length));
        return connection.Query<(long Id, string Name, string Origin, byte[] Hash, byte[] Recipe, long ReadAt)>(
                $"SELECT id, name, origin, hash, recipe, read_at FROM files WHERE {which} ORDER BY id", new { number })
            .Select(row => (row.Id, new CorpusFile(
                row.Name,
                Enum.Parse<DocumentOrigin>(row.Origin),
                Convert.ToHexStringLower(row.Hash),
                Convert.ToHexStringLower(row.Recipe),
                DateTimeOffset.FromUnixTimeMilliseconds(row.ReadAt),
                documents[row.Id].ToList())))
            .ToList();
    }

    /// <summary>Ends what is not in the next version, and begins what is new in it.</summary>
    public static void Replace(SqliteConnection connection, IReadOnlyList<CorpusFile> next, int number)
    {
        var before = Read(connection, "last_version IS NULL", number).ToDictionary(pair => Identity(pair.File), pair => pair.Row);
        var staying = next.Select(Identity).Where(before.ContainsKey).ToHashSet();
        connection.Execute(
            "UPDATE files SET last_version = @last WHERE id = @row",
            before.Where(pair => !staying.Contains(pair.Key)).Select(pair => new { row = pair.Value, last = number - 1 }));
        foreach (var file in next.Where(file => !staying.Contains(Identity(file))))
        {
            Insert(connection, file, number);
        }
    }

    private static string Identity(CorpusFile file) =>
        $"{file.Origin}\0{file.Name}\0{file.Recipe}\0{string.Join('\0', file.Documents.Select(document => $"{document.Name}\0{document.Key}"))}";

    private static void Insert(SqliteConnection connection, CorpusFile file, int number)
    {
        var row = connection.ExecuteScalar<long>(
            """
            INSERT INTO files (name, origin, hash, recipe, read_at, first_version) VALUES (@Name, @origin, @hash, @recipe, @readAt, @number)
            RETURNING id
            """,
            new
            {
                file.Name,
                origin = $"{file.Origin}",
                hash = Convert.FromHexString(file.Hash),
                recipe = Convert.FromHexString(file.Recipe),
                readAt = file.ReadAt.ToUnixTimeMilliseconds(),
                number,
            });
        connection.Execute(
            """
            INSERT INTO file_documents (file_id, place, name, content_id, length)
            VALUES (@row, @place, @Name, (SELECT id FROM contents WHERE key = @key), @Length)
            """,
            file.Documents.Select((document, place) => new { row, place, document.Name, key = Convert.FromHexString(document.Key), document.Length }));
    }
}
