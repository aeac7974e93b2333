using CstoBot.Ingestion;

namespace CstoBot.Retrieval;

/// <summary>A chunk retrieved as evidence for one question.</summary>
/// <param name="Score">Comparable only within one retrieval; higher is better.</param>
internal sealed record Passage(int ChunkNumber, Chunk Chunk, double Score);
