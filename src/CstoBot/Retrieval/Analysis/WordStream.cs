using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace CstoBot.Retrieval.Analysis;

/// <summary>Hands words that were read already to the index; reused for one chunk after another.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly bool isExact;
    private readonly WordBytes bytes = new();
    private ReadOnlyMemory<Word> words;
    private int position;

    /// <param name="isExact">Exact forms, words of form left out; else the stems of all.</param>
    public WordStream(bool isExact)
    {
        this.isExact = isExact;
        AddAttributeImpl(bytes);
    }

    public void Next(ReadOnlyMemory<Word> next) => words = next;

    public override void Reset()
    {
        // The end of the last chunk left a position increment of 0.
        ClearAttributes();
        position = 0;
    }

    public override bool IncrementToken()
    {
        var span = words.Span;
        while (isExact && position < span.Length && span[position].IsOfForm)
        {
            position++;
        }

        if (position == span.Length)
        {
            return false;
        }

        bytes.Set(isExact ? span[position].ExactBytes : span[position].StemBytes);
        position++;
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
