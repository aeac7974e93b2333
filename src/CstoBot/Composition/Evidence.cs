using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;

namespace CstoBot.Composition;

/// <summary>A sentence weighed as an answer.</summary>
/// <param name="ChunkNumber">Where it stands in the index.</param>
/// <param name="Position">Its place among the chunk's sentences.</param>
/// <param name="Score">0 to 1: the share of the question it accounts for, its context counted in part.</param>
/// <param name="Concepts">How strongly each concept of the question stands in the sentence and around it.</param>
/// <param name="Reservations">How many reasons speak against it although it names what is asked.</param>
internal sealed record Evidence(AnalyzedChunk Chunk, int ChunkNumber, int Position, double Score, ConceptMatches Concepts, int Reservations)
{
    /// <summary>It is the last shown of a list whose further items are not.</summary>
    public bool IsPartOfList { get; init; }

    /// <summary>How strongly each concept of the question stands in the sentence or around it, 0 to 1, in their order.</summary>
    public IReadOnlyList<double> Matches => Concepts.All;

    public AnalyzedSentence Sentence => Chunk.Sentences[Position];

    public SourceDocument Document => Chunk.Chunk.Document;

    /// <summary>The date that its part of the document states, else the document; null when none is stated.</summary>
    public DateOnly? DateOrNull => Document.DateOf(Section);

    public Section Section => Chunk.Chunk.Section;
}
