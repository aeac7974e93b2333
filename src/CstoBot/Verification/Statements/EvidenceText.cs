using System.Runtime.CompilerServices;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Verification.Statements;

/// <summary>A chunk made ready to hold statements against: read once, however many questions lead to it. For any thread.</summary>
internal sealed class EvidenceText
{
    private static readonly ConditionalWeakTable<AnalyzedChunk, EvidenceText> Known = [];

    private readonly AnalyzedChunk chunk;
    private readonly Lazy<FoldedPassage> folded;
    private readonly IReadOnlyList<StatementWord>?[] words;

    private EvidenceText(AnalyzedChunk chunk)
    {
        this.chunk = chunk;
        folded = new Lazy<FoldedPassage>(() => new FoldedPassage(chunk.Chunk.Document.Text, chunk.Chunk.Span));
        words = new IReadOnlyList<StatementWord>?[chunk.Sentences.Count];
    }

    public static EvidenceText Of(AnalyzedChunk chunk) => Known.GetValue(chunk, known => new EvidenceText(known));

    public FoldedPassage Folded => folded.Value;

    /// <param name="position">The sentence's place in the chunk.</param>
    /// <param name="glossary">That of the chunk's index.</param>
    public IReadOnlyList<StatementWord> Words(int position, Glossary glossary) => words[position] ??= StatementWords.Of(chunk.Sentences[position].Text, glossary);
}
