using CstoBot.Ingestion;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CstoBot.Retrieval;

/// <summary>A searchable corpus version; immutable. The Lucene index holds the chunks in order, so its document numbers are chunk numbers.</summary>
internal sealed class PassageIndex
{
    public const string TitleField = "title";
    public const string HeadingField = "heading";
    public const string TextField = "text";
    public const string ExactField = "exact";

    private readonly IndexSearcher searcher;
    private readonly AnalyzedChunk?[] analyzed;

    private PassageIndex(Corpus corpus, IReadOnlyList<Chunk> chunks, Glossary glossary, IndexSearcher searcher)
    {
        Corpus = corpus;
        Chunks = chunks;
        Glossary = glossary;
        this.searcher = searcher;
        analyzed = new AnalyzedChunk?[chunks.Count];
    }

    public Corpus Corpus { get; }

    /// <summary>All chunks, in the order of the documents.</summary>
    public IReadOnlyList<Chunk> Chunks { get; }

    public Glossary Glossary { get; }

    public static PassageIndex Build(Corpus corpus, Glossary glossary)
    {
        var chunks = corpus.Documents.SelectMany(Chunker.Split).ToList();
        var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(TextAnalyzer.Version, TextAnalyzer.ByField) { Similarity = Ranking() }))
        {
            foreach (var chunk in chunks)
            {
                writer.AddDocument(Fields(chunk));
            }
        }

        return new PassageIndex(corpus, chunks, glossary, new IndexSearcher(DirectoryReader.Open(directory)) { Similarity = Ranking() });
    }

    /// <summary>The best passages for a query, best first.</summary>
    public IReadOnlyList<Passage> Search(Query query, int top) =>
        searcher.Search(query, Math.Max(1, Math.Min(top, Chunks.Count))).ScoreDocs
            .Select(hit => new Passage(hit.Doc, Chunks[hit.Doc], hit.Score))
            .ToList();

    /// <summary>In how many chunks a stem stands, headings and titles included.</summary>
    public int ChunkFrequency(string stem) => searcher.IndexReader.DocFreq(new Lucene.Net.Index.Term(TextField, stem));

    /// <summary>The exact words of the texts that are at most this many edits (one or two) from a word and begin with its letter, each with the number of chunks that hold it.</summary>
    public IReadOnlyList<(string Word, int Chunks)> WordsNear(string word, int edits)
    {
        var found = new List<(string, int)>();
        if (MultiFields.GetTerms(searcher.IndexReader, ExactField) is { } words)
        {
            var near = new FuzzyTermsEnum(words, new AttributeSource(), new Lucene.Net.Index.Term(ExactField, word), edits, prefixLength: 1, transpositions: true);
            while (near.MoveNext())
            {
                found.Add((near.Term.Utf8ToString(), near.DocFreq));
            }
        }

        return found;
    }

    /// <summary>The words of a chunk; analyzed at the first use and kept.</summary>
    public AnalyzedChunk Analyzed(int chunkNumber) => analyzed[chunkNumber] ??= AnalyzedChunk.Of(Chunks[chunkNumber]);

    // Lucene's own defaults, within the range that Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), recommend.
    private static BM25Similarity Ranking() => new(k1: 1.2f, b: 0.75f);

    private static Document Fields(Chunk chunk)
    {
        var (document, section) = (chunk.Document, chunk.Section);
        var heading = $"{section.Heading} {section.Subtitle} {section.Question?.Of(document.Text)}";
        var title = $"{document.Metadata.Title} {document.Metadata.Publisher}";
        var text = chunk.Text;
        return
        [
            new TextField(TitleField, title, Field.Store.NO),
            new TextField(HeadingField, heading, Field.Store.NO),
            new TextField(TextField, $"{title}\n{heading}\n{text}", Field.Store.NO),
            new TextField(ExactField, text, Field.Store.NO),
        ];
    }
}
