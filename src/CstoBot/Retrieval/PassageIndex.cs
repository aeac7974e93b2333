using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Indexing;
using CstoBot.Retrieval.Queries;
using CstoBot.Retrieval.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using IndexTerm = Lucene.Net.Index.Term;

namespace CstoBot.Retrieval;

/// <summary>
/// A searchable corpus version; immutable. The Lucene index holds the chunks in order, so its document numbers are chunk numbers.
/// It lies in memory or, with the documents' texts, on disk (<see cref="IndexFolder"/>); its user cannot tell.
/// </summary>
internal sealed class PassageIndex : IDisposable
{
    public const string TitleField = "title";
    public const string HeadingField = "heading";

    /// <summary>Title and heading too.</summary>
    public const string TextField = "text";

    /// <summary>Exact forms; only which there are, words of form left out.</summary>
    public const string ExactField = "exact";

    /// <summary>Kept beside the index, see <see cref="ChunkWords"/>.</summary>
    public const string WordsField = "words";
    public const string NameField = "name";
    public const string DocumentField = "document";
    public const string PlaceField = "place";

    // Of a chunk some 50 kB, and what is asked about is often the same.
    private const int KeptChunks = 256;

    // Looking a word up costs some microseconds and kilobytes, and one question asks for it several times.
    private const int KeptFrequencies = 4_096;

    // Of an unknown word; finding them takes milliseconds where there are many words, and people make the same slips.
    private const int KeptNearWords = 1_024;

    private readonly IndexSearcher searcher;
    private readonly RecentlyUsed<(string Field, string Word), int> frequencies = new(KeptFrequencies);
    private readonly RecentlyUsed<(string Word, int Edits), IReadOnlyList<(string Word, int Chunks)>> nearWords = new(KeptNearWords);
    private readonly RecentlyUsed<int, AnalyzedChunk> analyzed = new(KeptChunks);
    private readonly Dictionary<string, double> averageLengths;
    private readonly Lazy<StemDictionary> stems;

    /// <param name="chunks">As many as the reader has documents.</param>
    public PassageIndex(Corpus corpus, IReadOnlyList<Chunk> chunks, Glossary glossary, DirectoryReader reader)
    {
        Corpus = corpus;
        Chunks = chunks;
        Glossary = glossary;
        searcher = new IndexSearcher(reader) { Similarity = ChunkWriter.Ranking() };
        stems = new Lazy<StemDictionary>(() => StemDictionary.Of(reader));
        averageLengths = new[] { TitleField, HeadingField, TextField }.ToDictionary(field => field, field =>
            Math.Max(0, searcher.CollectionStatistics(field).SumTotalTermFreq) / Math.Max(1.0, reader.MaxDoc));
    }

    public Corpus Corpus { get; }

    /// <summary>All chunks, in the order of the documents.</summary>
    public IReadOnlyList<Chunk> Chunks { get; }

    public Glossary Glossary { get; }

    /// <summary>Its stems; read at the first use.</summary>
    public StemDictionary Stems => stems.Value;

    /// <summary>An index in memory.</summary>
    public static PassageIndex Build(Corpus corpus, Glossary glossary)
    {
        var chunks = new List<Chunk>();
        var directory = new RAMDirectory();
        using (var writer = new ChunkWriter(directory, isPacked: false))
        {
            var number = 0;
            foreach (var document in DocumentAnalysis.Run(corpus.Documents, Words).SelectMany(run => run))
            {
                writer.Add(number++, document);
                chunks.AddRange(document.Chunks.Select(chunk => chunk.Chunk));
            }
        }

        return new PassageIndex(corpus, chunks, glossary, DirectoryReader.Open(directory));
    }

    private static List<IndexedDocument> Words(IReadOnlyList<SourceDocument> run, WordReader reader) => run.Select(document => IndexedDocument.Of(document, reader)).ToList();

    /// <summary>Closes the files of an index on disk; nobody may use it then.</summary>
    public void Dispose()
    {
        searcher.IndexReader.Dispose();
        (Corpus.Documents as IDisposable)?.Dispose();
    }

    /// <summary>The best chunks for a query by its own score, best first.</summary>
    public IReadOnlyList<Passage> Search(Query query, int top) =>
        searcher.Search(query, Math.Max(1, Math.Min(top, Chunks.Count))).ScoreDocs
            .Select(hit => new Passage(hit.Doc, this, hit.Score))
            .ToList();

    /// <summary>In how many chunks a stem stands, headings and titles included.</summary>
    public int ChunkFrequency(string stem) => ChunkFrequency(TextField, stem);

    /// <summary>In how many chunks a stem stands in a field.</summary>
    public int ChunkFrequency(string field, string stem) => averageLengths[field] == 0
        ? 0
        : frequencies.GetOrAdd((field, stem), key => searcher.IndexReader.DocFreq(new IndexTerm(key.Field, key.Word)));

    /// <summary>The exact words of the texts that are at most this many edits (one or two) from a word and begin with its letter, each with the number of chunks that hold it.</summary>
    public IReadOnlyList<(string Word, int Chunks)> WordsNear(string word, int edits) => nearWords.GetOrAdd((word, edits), key => ReadWordsNear(key.Word, key.Edits));

    private List<(string Word, int Chunks)> ReadWordsNear(string word, int edits)
    {
        var found = new List<(string, int)>();
        if (MultiFields.GetTerms(searcher.IndexReader, ExactField) is { } words)
        {
            var near = new FuzzyTermsEnum(words, new AttributeSource(), new IndexTerm(ExactField, word), edits, prefixLength: 1, transpositions: true);
            while (near.MoveNext())
            {
                found.Add((near.Term.Utf8ToString(), near.DocFreq));
            }
        }

        return found;
    }

    /// <summary>How many words a field has, on the average of all chunks.</summary>
    public double AverageLength(string field) => averageLengths[field];

    /// <summary>The words of many chunks; for one thread.</summary>
    public ChunkWordsReader Words() => new(searcher.IndexReader);

    /// <summary>The words of a chunk with its sentences; analyzed at the first use and kept for a while.</summary>
    public AnalyzedChunk Analyzed(int chunkNumber) => analyzed.GetOrAdd(chunkNumber, number => AnalyzedChunk.Of(Chunks[number]));

    /// <summary>The name of a chunk's document, without reading the document.</summary>
    public string DocumentName(int chunkNumber)
    {
        var leaves = searcher.IndexReader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(chunkNumber, leaves)];
        var name = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(NameField).Get(chunkNumber - leaf.DocBase, name);
        return name.Utf8ToString();
    }
}
