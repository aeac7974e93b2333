using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace CstoBot.Retrieval.Indexing;

/// <summary>
/// An index in a folder: the chunks and, beside them, the documents with their texts. It is mapped into memory, so the system
/// keeps of it what is used and the program itself holds next to nothing.
/// </summary>
internal static class DiskIndex
{
    /// <summary>Rises with every change of what is written, apart from the words (<see cref="TextAnalyzer.Format"/>).</summary>
    public const int Format = 2;

    private const string ChunksFolder = "chunks";
    private const string DocumentsFolder = "documents";

    // Written last: the names and lengths of all other files.
    private const string ListFile = "files.txt";

    /// <summary>Indexes documents one after another, holding few of them at a time.</summary>
    /// <param name="path">An empty folder, or one to be made.</param>
    public static void Write(string path, IEnumerable<SourceDocument> documents)
    {
        WriteLucene(path, documents);
        File.WriteAllText(Path.Combine(path, ListFile), Files(path));
    }

    /// <summary>Opens what <see cref="Write"/> wrote.</summary>
    /// <param name="read">What the index was made of; its documents are let go and read from the folder from then on.</param>
    /// <exception cref="IOException">It is not there or broken.</exception>
    /// <exception cref="InvalidDataException">A file is missing or cut off.</exception>
    public static PassageIndex Open(string path, Corpus read, Glossary glossary)
    {
        // Lucene would find a file cut off only when a search comes to its end.
        if (File.ReadAllText(Path.Combine(path, ListFile)) != Files(path))
        {
            throw new InvalidDataException("The index is not whole.");
        }

        var chunks = DirectoryReader.Open(new MMapDirectory(Path.Combine(path, ChunksFolder)));
        var documents = new StoredDocuments(DirectoryReader.Open(new MMapDirectory(Path.Combine(path, DocumentsFolder))));
        return new PassageIndex(read with { Documents = documents }, new StoredChunks(chunks, documents), glossary, chunks);
    }

    private static void WriteLucene(string path, IEnumerable<SourceDocument> documents)
    {
        using var chunkDirectory = FSDirectory.Open(Path.Combine(path, ChunksFolder));
        using var documentDirectory = FSDirectory.Open(Path.Combine(path, DocumentsFolder));
        using var chunks = new ChunkWriter(chunkDirectory, isPacked: true);
        using var stored = StoredDocuments.Writer(documentDirectory);
        var (number, storing) = (0, Task.CompletedTask);
        try
        {
            foreach (var run in DocumentAnalysis.Run(documents, Analyze))
            {
                // Compressing texts takes an eighth of all writing, and writing takes longest.
                storing.GetAwaiter().GetResult();
                storing = Task.Run(() => Store(run, stored));
                foreach (var (document, _) in run)
                {
                    chunks.Add(number++, document);
                }
            }

            storing.GetAwaiter().GetResult();
        }
        finally
        {
            // Nobody may close what is still written to.
            storing.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        }

        stored.Commit();
        chunks.Commit();
    }

    private static List<(IndexedDocument Document, byte[] Bytes)> Analyze(IReadOnlyList<SourceDocument> run, WordReader reader) =>
        run.Select(document => (IndexedDocument.Of(document, reader), DocumentBytes.Write(document))).ToList();

    private static void Store(List<(IndexedDocument Document, byte[] Bytes)> run, IndexWriter stored)
    {
        foreach (var (_, bytes) in run)
        {
            stored.AddDocument([new StoredField(StoredDocuments.Field, bytes)]);
        }
    }

    private static string Files(string path) => string.Concat(new DirectoryInfo(path)
        .EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => file.Name != ListFile && file.Name != IndexWriter.WRITE_LOCK_NAME)
        .OrderBy(file => file.FullName, StringComparer.Ordinal)
        .Select(file => $"{file.Directory?.Name}/{file.Name} {file.Length}\n"));
}
