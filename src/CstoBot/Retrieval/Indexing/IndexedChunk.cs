using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;

namespace CstoBot.Retrieval.Indexing;

/// <summary>A chunk with its words, ready to be written to an index.</summary>
/// <param name="Words">Of the title and publisher, then of what stands above the text, then of the text.</param>
/// <param name="TitleLength">How many words are the title's.</param>
/// <param name="HeadingLength">How many words behind those are the heading's.</param>
/// <param name="SentenceStarts">The place of each sentence's first word among those of the text.</param>
internal sealed record IndexedChunk(Chunk Chunk, Word[] Words, int TitleLength, int HeadingLength, uint[] SentenceStarts)
{
    /// <summary>See <see cref="ChunkWords"/>.</summary>
    public byte[] Bytes { get; } = ChunkWords.Bytes(Words, TitleLength, HeadingLength, SentenceStarts);
}

/// <summary>A document with all its chunks in order.</summary>
internal sealed record IndexedDocument(SourceDocument Document, IReadOnlyList<IndexedChunk> Chunks)
{
    public static IndexedDocument Of(SourceDocument document, WordReader reader)
    {
        var words = new List<Word>();
        reader.Read($"{document.Metadata.Title} {document.Metadata.Publisher}", words);
        var titleLength = words.Count;

        var (section, headingLength) = ((Section?)null, 0);
        var chunks = new List<IndexedChunk>();
        foreach (var chunk in Chunker.Split(document))
        {
            if (chunk.Section != section)
            {
                section = chunk.Section;
                words.RemoveRange(titleLength, words.Count - titleLength);
                reader.Read($"{section.Heading} {section.Subtitle} {section.Question?.Of(document.Text)}", words);
                headingLength = words.Count - titleLength;
            }

            var starts = new List<int>();
            reader.Read(chunk.Text, words, starts);
            chunks.Add(new IndexedChunk(chunk, [.. words], titleLength, headingLength, SentenceStarts(chunk, starts)));
            words.RemoveRange(titleLength + headingLength, words.Count - titleLength - headingLength);
        }

        return new IndexedDocument(document, chunks);
    }

    private static uint[] SentenceStarts(Chunk chunk, List<int> wordStarts)
    {
        var (starts, word) = (new uint[chunk.Sentences.Count], 0);
        for (var sentence = 0; sentence < starts.Length; sentence++)
        {
            var from = chunk.Sentences[sentence].Span.Start - chunk.Span.Start;
            while (word < wordStarts.Count && wordStarts[word] < from)
            {
                word++;
            }

            starts[sentence] = (uint)word;
        }

        return starts;
    }
}
