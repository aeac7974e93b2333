namespace CstoBot.Retrieval;

/// <summary>Finds the passages for a question: the index gives candidates, our own ranking puts them into order.</summary>
internal static class PassageRetriever
{
    /// <summary>More candidates than this change hardly any first ten (of 1,000 queries over 100,000 passages: 2 in a thousand places).</summary>
    public const int Candidates = 100;

    /// <summary>The best passages, best first; empty when nothing of the question stands in any document.</summary>
    public static IReadOnlyList<Passage> Retrieve(AnalyzedQuery question, PassageIndex index, int top)
    {
        if (question.Concepts.Count == 0)
        {
            return [];
        }

        var candidates = index.Search(CandidateQuery.Of(question.Concepts), Math.Max(top, Candidates));
        var ranker = new PassageRanker(question, index);
        var words = index.Words();
        return candidates
            .Select(candidate => candidate with { Score = ranker.Score(words.Read(candidate.ChunkNumber)) })
            .OrderByDescending(passage => passage.Score)
            .ThenBy(passage => passage.ChunkNumber)
            .Take(top)
            .ToList();
    }
}
