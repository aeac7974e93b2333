using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;

namespace CstoBot.Storage;

/// <summary>What lies in the data folder, and how much there is room for.</summary>
internal static class DataFolder
{
    /// <summary>The versions of the documents.</summary>
    public const string CorpusFileName = "corpus.db";

    /// <summary>Indexes on disk (<see cref="Retrieval.Indexing.IndexingOptions.Folder"/>).</summary>
    public const string IndexFolderName = "index";

    // SQLite keeps what was written last beside the database until it is taken over.
    private static readonly string[] FileEndings = ["", "-wal", "-shm"];

    public static StorageUse Use(string folder) => new(
        SizeOf(Path.Combine(folder, SqliteDatabase.FileName)),
        SizeOf(Path.Combine(folder, CorpusFileName)),
        SizeOfFolder(new DirectoryInfo(Path.Combine(folder, IndexFolderName))),
        FreeOrNull(folder));

    private static long SizeOf(string database) =>
        FileEndings.Select(ending => new FileInfo(database + ending)).Where(file => file.Exists).Sum(file => file.Length);

    /// <summary>A file may go while it is looked at.</summary>
    private static long SizeOfFolder(DirectoryInfo folder)
    {
        try
        {
            return folder.Exists ? folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static long? FreeOrNull(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
