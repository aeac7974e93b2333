using System.Collections;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using Lucene.Net.Index;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace CstoBot.Retrieval.Indexing;

/// <summary>The documents of a large corpus, read from disk one by one as they are asked for.</summary>
internal sealed class StoredDocuments(DirectoryReader reader) : IReadOnlyList<SourceDocument>, IDisposable
{
    private readonly DirectoryReader reader = reader;
    public const string Field = "document";

    // As many as the passages of one question come from; each costs its text.
    private const int Kept = 32;

    private readonly RecentlyUsed<int, SourceDocument> recent = new(Kept);

    /// <summary>Writes documents in their order.</summary>
    public static IndexWriter Writer(LuceneDirectory directory) =>
        new(directory, new IndexWriterConfig(TextAnalyzer.Version, null) { OpenMode = OpenMode.CREATE, MergePolicy = new LogByteSizeMergePolicy() });

    /// <summary>What an index on disk reads its documents from; null for one in memory.</summary>
    public static DirectoryReader? ReaderOrNull(PassageIndex index) => index.Corpus.Documents switch
    {
        StoredDocuments stored => stored.reader,
        OrderedDocuments { Indexed: StoredDocuments stored } => stored.reader,
        _ => null,
    };

    public int Count => reader.MaxDoc;

    public SourceDocument this[int index] => recent.GetOrAdd(index, Read);

    public IEnumerator<SourceDocument> GetEnumerator() => Enumerable.Range(0, Count).Select(Read).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => reader.Dispose();

    private SourceDocument Read(int index)
    {
        var bytes = reader.Document(index).GetBinaryValue(Field);
        return DocumentBytes.Read(bytes.Bytes, bytes.Offset, bytes.Length);
    }
}
