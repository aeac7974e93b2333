using CstoBot.Ingestion;
using CstoBot.Retrieval;

namespace CstoBot.Composition;

/// <summary>A sentence weighed as an answer.</summary>
/// <param name="ChunkNumber">Where it stands in the index.</param>
/// <param name="Position">Its place among the chunk's sentences.</param>
/// <param name="Score">0 to 1: the share of the question it accounts for, its context counted in part.</param>
/// <param name="Concepts">How strongly each concept of the question stands in the sentence and around it.</param>
/// <param name="Reservations">How many reasons speak against it although it names what is asked.</param>
internal sealed record Evidence(AnalyzedChunk Chunk, int ChunkNumber, int Position, double Score, ConceptMatches Concepts, int Reservations)
{
    /// <summary>How strongly each concept of the question stands in the sentence or around it, 0 to 1, in their order.</summary>
    public IReadOnlyList<double> Matches => Concepts.All;

    public AnalyzedSentence Sentence => Chunk.Sentences[Position];

    public SourceDocument Document => Chunk.Chunk.Document;

    public Section Section => Chunk.Chunk.Section;
}
