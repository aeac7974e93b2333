using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Evaluation;

/// <summary>What retrieval finds for a question, to see whether a wrong answer was never found or not chosen.</summary>
internal static class RetrievedPassages
{
    /// <summary>Best first.</summary>
    public static IReadOnlyList<RetrievedPassage> For(GoldQuestion question, PassageIndex index, int top) => PassageRetriever
        .Retrieve(QueryAnalyzer.Analyze(StandaloneQuestion.From(question.Conversation), index), index, top)
        .Select(passage => new RetrievedPassage(
            passage.Chunk.Document.Name, passage.Score, passage.Chunk.Text, question.Accepts(passage.Chunk.Document.Name) && question.HasEvidenceIn(passage.Chunk.Text)))
        .ToList();
}

/// <summary>A passage found for a question.</summary>
/// <param name="Document">The file name.</param>
/// <param name="Score">Comparable only within one question.</param>
/// <param name="HoldsAnswer">Whether it contains the gold passage, or is part of it.</param>
internal sealed record RetrievedPassage(string Document, double Score, string Text, bool HoldsAnswer);
