using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;

namespace CstoBot.Verification.Statements;

/// <summary>A passage as a model is given it to answer from.</summary>
/// <param name="Number">From 1; what the model cites it by.</param>
internal sealed record NumberedPassage(int Number, AnalyzedChunk Chunk)
{
    public SourceDocument Document => Chunk.Chunk.Document;

    public Section Section => Chunk.Chunk.Section;

    /// <summary>The places of the sentences that the quote touches; empty where it does not stand in the passage.</summary>
    public IReadOnlyList<int> SentencesOf(string quote) => EvidenceText.Of(Chunk).Folded.FindOrNull(quote) is not { } span
        ? []
        : Enumerable.Range(0, Chunk.Sentences.Count)
            .Where(place => Chunk.Sentences[place].Sentence.Span is var sentence && sentence.Start < span.End && span.Start < sentence.End)
            .ToList();
}
