using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Indexing;
using CstoBot.Retrieval.Queries;
using CstoBot.Retrieval.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;
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

    /// <param name="corpus">Its documents in the order of their names.</param>
    /// <param name="chunks">As many as the reader has documents.</param>
    /// <param name="order">The number in the index of each document, in the order of the names; null when they are numbered in that order.</param>
    public PassageIndex(Corpus corpus, IReadOnlyList<Chunk> chunks, Glossary glossary, DirectoryReader reader, int[]? order = null)
    {
        Corpus = corpus;
        Chunks = chunks;
        Glossary = glossary;
        Reader = reader;
        Order = order;
        searcher = new IndexSearcher(reader) { Similarity = ChunkWriter.Ranking() };
        stems = new Lazy<StemDictionary>(() => StemDictionary.Of(reader));
        averageLengths = new[] { TitleField, HeadingField, TextField }.ToDictionary(field => field, field =>
            Math.Max(0, searcher.CollectionStatistics(field).SumTotalTermFreq) / Math.Max(1.0, reader.MaxDoc));
    }

    public Corpus Corpus { get; }

    /// <summary>All chunks, those of each document together and in order.</summary>
    public IReadOnlyList<Chunk> Chunks { get; }

    /// <summary>What the next version takes over from.</summary>
    public DirectoryReader Reader { get; }

    /// <inheritdoc cref="PassageIndex(Corpus, IReadOnlyList{Chunk}, Glossary, DirectoryReader, int[])" path="/param[@name='order']"/>
    public int[]? Order { get; }

    public Glossary Glossary { get; }

    /// <summary>Its stems; read at the first use.</summary>
    public StemDictionary Stems => stems.Value;

    /// <summary>An index in memory.</summary>
    public static PassageIndex Build(Corpus corpus, Glossary glossary) => MemoryIndex.Build(corpus, glossary, added: null);

    /// <summary>The same chunks, with what is known beside them.</summary>
    /// <param name="corpus">The same documents; its own list of them is not used.</param>
    public PassageIndex With(Corpus corpus, Glossary glossary) => new(corpus with { Documents = Corpus.Documents }, Chunks, glossary, Reader, Order);

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

    /// <summary>The number of the first chunk of a document, by the document's place in the order of names; that behind all chunks for the place behind all documents.</summary>
    public int FirstChunk(int place)
    {
        if (place >= Corpus.Documents.Count)
        {
            return Chunks.Count;
        }

        var document = Order?[place] ?? place;
        var (low, high) = (0, Chunks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = DocumentNumber(middle) < document ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>All documents with their numbers in the index, which rise.</summary>
    public IReadOnlyList<NumberedDocument> NumberedDocuments()
    {
        var documents = new List<NumberedDocument>();
        for (var chunk = 0; chunk < Chunks.Count; chunk++)
        {
            var number = DocumentNumber(chunk);
            if (documents.Count == 0 || documents[^1].Number < number)
            {
                documents.Add(new NumberedDocument(number, DocumentName(chunk)));
            }
        }

        return documents;
    }

    /// <summary>The number of a chunk's document in the index.</summary>
    public int DocumentNumber(int chunkNumber)
    {
        var leaves = Reader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(chunkNumber, leaves)];
        return (int)leaf.AtomicReader.GetNumericDocValues(DocumentField).Get(chunkNumber - leaf.DocBase);
    }

    /// <summary>The name of a chunk's document, without reading the document.</summary>
    public string DocumentName(int chunkNumber)
    {
        var leaves = Reader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(chunkNumber, leaves)];
        var name = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(NameField).Get(chunkNumber - leaf.DocBase, name);
        return name.Utf8ToString();
    }
}
