using System.Runtime.InteropServices;
using CstoBot.Retrieval.Analysis;
using Lucene.Net.Util;

namespace CstoBot.Retrieval.Indexing;

/// <summary>A chunk's words in order as they are kept beside the index, so that a candidate is ranked without reading its text. Each is a <see cref="WordId"/>.</summary>
internal readonly ref struct ChunkWords
{
    // How many words the title has, how many the heading, and how many sentences there are.
    private const int Lengths = 3;

    private readonly ReadOnlySpan<uint> numbers;

    public ChunkWords(BytesRef bytes) => numbers = MemoryMarshal.Cast<byte, uint>(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));

    /// <summary>Of the document's title and publisher.</summary>
    public ReadOnlySpan<uint> Title => All[..(int)numbers[0]];

    /// <summary>Of what stands above the text: heading, subtitle, an interviewer's question.</summary>
    public ReadOnlySpan<uint> Heading => All.Slice((int)numbers[0], (int)numbers[1]);

    public ReadOnlySpan<uint> Text => All[(int)(numbers[0] + numbers[1])..];

    /// <summary>Title, heading and text.</summary>
    public ReadOnlySpan<uint> All => numbers[(Lengths + (int)numbers[2])..];

    /// <summary>Where each sentence begins, in words of <see cref="Text"/>.</summary>
    public ReadOnlySpan<uint> SentenceStarts => numbers.Slice(Lengths, (int)numbers[2]);

    /// <summary>As kept; in the byte order of this machine.</summary>
    public static byte[] Bytes(ReadOnlySpan<Word> words, int titleLength, int headingLength, ReadOnlySpan<uint> sentenceStarts)
    {
        var before = Lengths + sentenceStarts.Length;
        var bytes = new byte[(before + words.Length) * sizeof(uint)];
        var numbers = MemoryMarshal.Cast<byte, uint>(bytes.AsSpan());
        (numbers[0], numbers[1], numbers[2]) = ((uint)titleLength, (uint)headingLength, (uint)sentenceStarts.Length);
        sentenceStarts.CopyTo(numbers[Lengths..]);
        for (var position = 0; position < words.Length; position++)
        {
            numbers[before + position] = words[position].Id;
        }

        return bytes;
    }
}
