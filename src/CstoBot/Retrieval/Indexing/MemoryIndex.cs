using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace CstoBot.Retrieval.Indexing;

/// <summary>An index in memory, with the documents and chunks as objects.</summary>
internal static class MemoryIndex
{
    /// <param name="added">Told of each document; null for nobody.</param>
    public static PassageIndex Build(Corpus corpus, Glossary glossary, IProgress<Indexed>? added)
    {
        var directory = new RAMDirectory();
        var chunks = new List<Chunk>();
        using (var writer = new ChunkWriter(directory, isPacked: false))
        {
            Add(corpus.Documents, writer, chunks, firstNumber: 0, added);
        }

        return new PassageIndex(corpus, chunks, glossary, DirectoryReader.Open(directory));
    }

    /// <summary>A new version from the one before: what stays is copied, the rest is made.</summary>
    /// <param name="before">In memory too.</param>
    /// <param name="kept">The documents that stay.</param>
    /// <param name="others">Those that are new or changed.</param>
    public static PassageIndex Update(PassageIndex before, Corpus corpus, IReadOnlySet<string> kept, IReadOnlyList<SourceDocument> others, Glossary glossary, IProgress<Indexed>? added)
    {
        var numbers = KeptChunks.Numbers(before.NumberedDocuments(), kept, isCompact: true);
        var directory = new RAMDirectory();
        var chunks = before.Chunks.Where(chunk => kept.Contains(chunk.Document.Name)).ToList();
        var documents = chunks.Select(chunk => chunk.Document).Distinct(ReferenceEqualityComparer.Instance).Cast<SourceDocument>().ToList();
        using (var writer = new ChunkWriter(directory, isPacked: false))
        {
            writer.Add(KeptChunks.Chunks(before.Reader, numbers));
            Add(others, writer, chunks, documents.Count, added);
        }

        documents.AddRange(others);
        var order = OrderedDocuments.OrderOrNull(documents.Select((document, number) => new NumberedDocument(number, document.Name)));
        return new PassageIndex(
            corpus with { Documents = order is null ? documents : new OrderedDocuments(documents, order) }, chunks, glossary, DirectoryReader.Open(directory), order);
    }

    private static void Add(IReadOnlyList<SourceDocument> documents, ChunkWriter writer, List<Chunk> chunks, int firstNumber, IProgress<Indexed>? added)
    {
        var number = firstNumber;
        foreach (var document in DocumentAnalysis.Run(documents, Words).SelectMany(run => run))
        {
            writer.Add(number++, document);
            chunks.AddRange(document.Chunks.Select(chunk => chunk.Chunk));
            added?.Report(new Indexed(number - firstNumber, chunks.Count));
        }
    }

    private static List<IndexedDocument> Words(IReadOnlyList<SourceDocument> run, WordReader reader) => run.Select(document => IndexedDocument.Of(document, reader)).ToList();
}
