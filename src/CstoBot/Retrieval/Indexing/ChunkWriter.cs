using System.Text;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Ranking;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace CstoBot.Retrieval.Indexing;

/// <summary>Writes chunks to a Lucene index in their order: its document numbers are chunk numbers.</summary>
internal sealed class ChunkWriter : IDisposable
{
    // Large enough that a few thousand chunks need no merge, small enough for a small machine.
    private const double BufferMegabytes = 48;

    private static readonly FieldType Stems = Type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, omitNorms: false);
    private static readonly FieldType Exact = Type(IndexOptions.DOCS_ONLY, omitNorms: true);

    private readonly IndexWriter writer;
    private readonly WordStream title = new(isExact: false);
    private readonly WordStream heading = new(isExact: false);
    private readonly WordStream text = new(isExact: false);
    private readonly WordStream exact = new(isExact: true);
    private readonly BytesRef words = new();
    private readonly BytesRef name = new();
    private readonly NumericDocValuesField document = new(PassageIndex.DocumentField, 0);
    private readonly NumericDocValuesField place = new(PassageIndex.PlaceField, 0);
    private readonly Document fields;

    /// <param name="isPacked">All files of a fresh segment in one: fewer are open. In memory it is but a buffer between, which every candidate's words are copied through.</param>
    public ChunkWriter(LuceneDirectory directory, bool isPacked)
    {
        // Neighbours are merged with neighbours alone, which keeps the order.
        writer = new IndexWriter(directory, new IndexWriterConfig(TextAnalyzer.Version, new NoAnalyzer())
        {
            OpenMode = OpenMode.CREATE,
            Similarity = Ranking(),
            MergePolicy = new LogByteSizeMergePolicy(),
            RAMBufferSizeMB = BufferMegabytes,
            UseCompoundFile = isPacked,
        });
        fields =
        [
            new Field(PassageIndex.TitleField, title, Stems),
            new Field(PassageIndex.HeadingField, heading, Stems),
            new Field(PassageIndex.TextField, text, Stems),
            new Field(PassageIndex.ExactField, exact, Exact),
            new BinaryDocValuesField(PassageIndex.WordsField, words),
            new BinaryDocValuesField(PassageIndex.NameField, name),
            document,
            place,
        ];
    }

    public static BM25Similarity Ranking() => new(Bm25.K1, Bm25.B);

    /// <summary>Appends the chunks of a document.</summary>
    /// <param name="number">The document's place in its corpus.</param>
    public void Add(int number, IndexedDocument added)
    {
        Set(name, Encoding.UTF8.GetBytes(added.Document.Name));
        document.SetInt64Value(number);
        for (var index = 0; index < added.Chunks.Count; index++)
        {
            var chunk = added.Chunks[index];
            title.Next(chunk.Words.AsMemory(0, chunk.TitleLength));
            heading.Next(chunk.Words.AsMemory(chunk.TitleLength, chunk.HeadingLength));
            text.Next(chunk.Words);
            exact.Next(chunk.Words.AsMemory(chunk.TitleLength + chunk.HeadingLength));
            Set(words, chunk.Bytes);
            place.SetInt64Value(index);
            writer.AddDocument(fields);
        }
    }

    /// <summary>Appends the chunks of another index (<see cref="KeptChunks"/>).</summary>
    public void Add(IndexReader[] chunks)
    {
        // An index without anything would become an empty segment.
        if (chunks.Any(leaf => leaf.NumDocs > 0))
        {
            writer.AddIndexes(chunks);
        }
    }

    public void Commit() => writer.Commit();

    public void Dispose() => writer.Dispose();

    private static void Set(BytesRef target, byte[] bytes) => (target.Bytes, target.Offset, target.Length) = (bytes, 0, bytes.Length);

    private static FieldType Type(IndexOptions options, bool omitNorms)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = options, OmitNorms = omitNorms };
        type.Freeze();
        return type;
    }

    /// <summary>The words come read already.</summary>
    private sealed class NoAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => throw new NotSupportedException();
    }
}
