using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace CstoBot.Retrieval;

/// <summary>Hands words that were read already to the index, as stems; reused for one chunk after another.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly WordBytes bytes = new();
    private ReadOnlyMemory<Word> words;
    private int position;

    public WordStream() => AddAttributeImpl(bytes);

    public void Next(ReadOnlyMemory<Word> next) => words = next;

    public override void Reset()
    {
        // The end of the last chunk left a position increment of 0.
        ClearAttributes();
        position = 0;
    }

    public override bool IncrementToken()
    {
        if (position == words.Length)
        {
            return false;
        }

        bytes.Set(words.Span[position++].StemBytes);
        return true;
    }

    /// <summary>A word's bytes as they are, without a way round by characters.</summary>
    private sealed class WordBytes : Lucene.Net.Util.Attribute, ITermToBytesRefAttribute
    {
        public BytesRef BytesRef { get; } = new();

        public void Set(byte[] bytes) => (BytesRef.Bytes, BytesRef.Offset, BytesRef.Length) = (bytes, 0, bytes.Length);

        public void FillBytesRef()
        {
            // They are filled already.
        }

        public override void Clear() => Set([]);

        public override void CopyTo(IAttribute target) => ((WordBytes)target).Set(BytesRef.Bytes);
    }
}
