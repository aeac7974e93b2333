using CstoBot.Retrieval.Indexing;
using CstoBot.Retrieval.Queries;
using CstoBot.Retrieval.Ranking;

namespace CstoBot.Retrieval;

/// <summary>
/// Finds the passages for a question in three steps: the index gives candidates, our own ranking puts them into order, and what the best
/// of them have in common corrects that order.
/// </summary>
internal static class PassageRetriever
{
    /// <summary>Twice as many change the figures on the public collections by less than a tenth of a point, and cost as much again.</summary>
    public const int Candidates = 35;

    // Of the best score. From 0.2 to 0.4 the four public collections agree to a tenth of a point.
    private const double FeedbackShare = 0.3;

    // The best ten of fewer are half of what there is, and have in common what all have.
    private const int LeastChunks = 10 * Feedback.Models;

    // What most chunks hold says nothing of a subject, what one alone holds is nothing in common.
    private const double MostCommonShare = 0.2;

    /// <summary>The best passages, best first; empty when nothing of the question stands in any document.</summary>
    public static IReadOnlyList<Passage> Retrieve(AnalyzedQuery question, PassageIndex index, int top)
    {
        if (question.Concepts.Count == 0)
        {
            return [];
        }

        var words = index.Words();
        var ranker = new PassageRanker(question, index);
        var ranked = Ordered(index.Search(CandidateQuery.Of(question.Concepts), Math.Max(top, Candidates))
            .Select(candidate => candidate with { Score = ranker.Score(words.Read(candidate.ChunkNumber)) }));
        return (index.Chunks.Count < LeastChunks ? ranked : Ordered(WithFeedback(ranked, words, index))).Take(top).ToList();
    }

    private static IEnumerable<Passage> WithFeedback(List<Passage> ranked, ChunkWordsReader words, PassageIndex index)
    {
        var feedback = Feedback.Scores(
            ranked.ConvertAll(passage => passage.Score),
            place => words.Read(ranked[place].ChunkNumber).All,
            stem => Weight(index.Stems.Frequency(stem), index.Chunks.Count),
            index.AverageLength(PassageIndex.TextField));
        return ranked.Zip(feedback, (passage, score) => passage with { Score = passage.Score + (FeedbackShare * ranked[0].Score * score) });
    }

    private static double Weight(int frequency, int chunks) =>
        frequency > 1 && frequency < MostCommonShare * chunks ? Bm25.InverseDocumentFrequency(frequency, chunks) : 0;

    private static List<Passage> Ordered(IEnumerable<Passage> passages) =>
        passages.OrderByDescending(passage => passage.Score).ThenBy(passage => passage.ChunkNumber).ToList();
}
