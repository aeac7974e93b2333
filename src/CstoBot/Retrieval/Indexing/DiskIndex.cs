using System.Runtime.InteropServices;
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

    // Documents that went stay in their file, which is copied as it is: copying it without them takes as long as indexing ten times as
    // many. At this many times what is in use they are left out after all.
    private const double MaxGarbage = 1.5;

    // Where the documents are not numbered in the order of their names: their numbers in that order.
    private const string OrderFile = "order.bin";

    // Written last: the names and lengths of all other files.
    private const string ListFile = "files.txt";

    /// <summary>Indexes documents one after another, holding few of them at a time.</summary>
    /// <param name="path">An empty folder, or one to be made.</param>
    /// <param name="added">Told of each document; null for nobody.</param>
    public static void Write(string path, IEnumerable<SourceDocument> documents, IProgress<Indexed>? added = null)
    {
        WriteLucene(path, firstNumber: 0, (_, _) => { }, documents, added);
        Close(path);
    }

    /// <summary>Writes a new version from the one before: what stays is copied, the rest is made.</summary>
    /// <param name="before">On disk too.</param>
    /// <param name="kept">The documents that stay.</param>
    /// <param name="others">Those that are new or changed.</param>
    public static void Update(string path, PassageIndex before, IReadOnlySet<string> kept, IReadOnlyList<SourceDocument> others, IProgress<Indexed>? added)
    {
        var documents = before.NumberedDocuments();
        var stored = StoredDocuments.ReaderOrNull(before) ?? throw new ArgumentException("The index before is not on disk.", nameof(before));
        var isCompact = stored.MaxDoc + others.Count > MaxGarbage * (kept.Count + others.Count);
        var numbers = KeptChunks.Numbers(documents, kept, isCompact);
        var first = isCompact ? kept.Count : stored.MaxDoc;
        WriteLucene(path, first, (chunkWriter, documentWriter) =>
        {
            chunkWriter.Add(KeptChunks.Chunks(before.Reader, numbers));
            if (!isCompact)
            {
                documentWriter.AddIndexes(stored.Directory);
            }
            else if (kept.Count > 0)
            {
                documentWriter.AddIndexes(KeptChunks.Documents(stored, numbers));
            }
        }, others, added);
        var order = OrderedDocuments.OrderOrNull(KeptChunks.Staying(documents, numbers).Concat(others.Select((document, place) => new NumberedDocument(first + place, document.Name))));
        if (order is not null || !isCompact)
        {
            File.WriteAllBytes(Path.Combine(path, DocumentsFolder, OrderFile), MemoryMarshal.AsBytes((order ?? Enumerable.Range(0, kept.Count + others.Count).ToArray()).AsSpan()));
        }

        Close(path);
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
        var order = OrderOrNull(Path.Combine(path, DocumentsFolder, OrderFile));
        return new PassageIndex(
            read with { Documents = order is null ? documents : new OrderedDocuments(documents, order) }, new StoredChunks(chunks, documents), glossary, chunks, order);
    }

    private static int[]? OrderOrNull(string path) => File.Exists(path) ? MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(path)).ToArray() : null;

    private static void Close(string path) => File.WriteAllText(Path.Combine(path, ListFile), Files(path));

    /// <param name="firstNumber">Of the documents.</param>
    /// <param name="before">Writes what comes before them.</param>
    private static void WriteLucene(string path, int firstNumber, Action<ChunkWriter, IndexWriter> before, IEnumerable<SourceDocument> documents, IProgress<Indexed>? added)
    {
        using var chunkDirectory = FSDirectory.Open(Path.Combine(path, ChunksFolder));
        using var documentDirectory = FSDirectory.Open(Path.Combine(path, DocumentsFolder));
        using var chunks = new ChunkWriter(chunkDirectory, isPacked: true);
        using var stored = StoredDocuments.Writer(documentDirectory);
        before(chunks, stored);
        var (number, written, storing) = (firstNumber, 0, Task.CompletedTask);
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
                    written += document.Chunks.Count;
                    added?.Report(new Indexed(number - firstNumber, written));
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
