using System.Runtime.InteropServices;
using Lucene.Net.Util;

namespace CstoBot.Retrieval;

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
    public static byte[] Bytes(IndexedChunk chunk)
    {
        var before = Lengths + chunk.SentenceStarts.Length;
        var bytes = new byte[(before + chunk.Words.Length) * sizeof(uint)];
        var numbers = MemoryMarshal.Cast<byte, uint>(bytes.AsSpan());
        (numbers[0], numbers[1], numbers[2]) = ((uint)chunk.TitleLength, (uint)chunk.HeadingLength, (uint)chunk.SentenceStarts.Length);
        chunk.SentenceStarts.CopyTo(numbers[Lengths..]);
        for (var position = 0; position < chunk.Words.Length; position++)
        {
            numbers[before + position] = chunk.Words[position].Id;
        }

        return bytes;
    }
}
