using CstoBot.Ingestion;

namespace CstoBot.Retrieval;

/// <summary>A chunk retrieved as evidence for one question.</summary>
/// <param name="Score">Comparable only within one retrieval; higher is better.</param>
internal sealed record Passage(int ChunkNumber, PassageIndex Index, double Score)
{
    /// <summary>Read from disk, where the corpus is large.</summary>
    public Chunk Chunk => Index.Chunks[ChunkNumber];

    /// <summary>The name of the chunk's document; cheap.</summary>
    public string DocumentName => Index.DocumentName(ChunkNumber);
}
