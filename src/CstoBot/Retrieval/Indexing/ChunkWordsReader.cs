using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CstoBot.Retrieval.Indexing;

/// <summary>Reads the words of chunks from beside the index; for one thread.</summary>
internal sealed class ChunkWordsReader(IndexReader reader)
{
    private readonly IList<AtomicReaderContext> leaves = reader.Leaves;
    private readonly BinaryDocValues?[] values = new BinaryDocValues?[reader.Leaves.Count];
    private readonly BytesRef bytes = new();

    /// <summary>Valid until the next call.</summary>
    public ChunkWords Read(int chunkNumber)
    {
        var leaf = ReaderUtil.SubIndex(chunkNumber, leaves);
        var words = values[leaf] ??= leaves[leaf].AtomicReader.GetBinaryDocValues(PassageIndex.WordsField);
        words.Get(chunkNumber - leaves[leaf].DocBase, bytes);
        return new ChunkWords(bytes);
    }
}
