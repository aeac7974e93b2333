using System.Collections;
using CstoBot.Ingestion;
using Lucene.Net.Index;

namespace CstoBot.Retrieval.Indexing;

/// <summary>The chunks of a large corpus; each is cut from its document as it is asked for.</summary>
internal sealed class StoredChunks(DirectoryReader chunks, IReadOnlyList<SourceDocument> documents) : IReadOnlyList<Chunk>
{
    // As many documents as the passages of one question come from.
    private const int Kept = 32;

    private readonly RecentlyUsed<int, IReadOnlyList<Chunk>> recent = new(Kept);

    public int Count => chunks.MaxDoc;

    public Chunk this[int index]
    {
        get
        {
            var leaf = chunks.Leaves[ReaderUtil.SubIndex(index, chunks.Leaves)];
            var document = leaf.AtomicReader.GetNumericDocValues(PassageIndex.DocumentField).Get(index - leaf.DocBase);
            var place = leaf.AtomicReader.GetNumericDocValues(PassageIndex.PlaceField).Get(index - leaf.DocBase);
            return recent.GetOrAdd((int)document, number => Chunker.Split(documents[number]))[(int)place];
        }
    }

    public IEnumerator<Chunk> GetEnumerator() => Enumerable.Range(0, Count).Select(number => this[number]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
