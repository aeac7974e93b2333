using CstoBot.Retrieval.Indexing;

namespace CstoBot.Retrieval.Ranking;

/// <summary>
/// What the best candidates have in common is taken as a longer question, and all candidates are weighed by it too: a relevance model
/// (Lavrenko and Croft, "Relevance-Based Language Models", 2001; mixed with the question's own score as in Abdul-Jaleel et al., "UMass at
/// TREC 2004") that only re-orders what was found. A candidate never speaks for itself: its own words are taken out of the model that
/// it is weighed by, without which feedback mostly confirms the order that it started from. Pure.
/// </summary>
internal static class Feedback
{
    /// <summary>How many candidates the model is made of. From 5 to 30 little changes.</summary>
    public const int Models = 10;

    // How fast a candidate's say falls with its score: at 0.9 of the best score it is 1/e.
    private const double Decline = 10;

    /// <summary>The words of the candidate at a place, as <see cref="ChunkWords.All"/>; valid until the next call.</summary>
    public delegate ReadOnlySpan<uint> WordsOf(int candidate);

    /// <summary>One score a candidate, from 0 to 1 for the one that has most of what the others have; in the order of the candidates.</summary>
    /// <param name="scores">The candidates' own, best first, none below 0.</param>
    /// <param name="weightOf">How much a stem tells; 0 for one that is not to be used.</param>
    /// <param name="average">Length of a chunk, in words.</param>
    public static double[] Scores(IReadOnlyList<double> scores, WordsOf wordsOf, Func<uint, double> weightOf, double average)
    {
        var results = new double[scores.Count];
        if (results.Length < 2 || scores[0] <= 0)
        {
            return results;
        }

        var says = scores.Take(Models).Select(score => Math.Exp(Decline * ((score / scores[0]) - 1))).ToArray();
        var model = RelevanceModel.Of(says, wordsOf, weightOf);
        for (var candidate = 0; candidate < results.Length; candidate++)
        {
            results[candidate] = model.Score(wordsOf(candidate), candidate < says.Length ? says[candidate] : 0, average);
        }

        var best = results.Max();
        return best > 0 ? Array.ConvertAll(results, result => result / best) : results;
    }
}
