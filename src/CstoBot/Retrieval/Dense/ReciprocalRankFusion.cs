namespace CstoBot.Retrieval.Dense;

/// <summary>
/// Makes one ranking of several whose scores cannot be compared: an item scores 1 / (k + rank) in each that has it.
/// Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods" (SIGIR 2009). Pure.
/// </summary>
internal static class ReciprocalRankFusion
{
    /// <summary>The paper's own value; it found that others change little.</summary>
    private const double K = 60;

    /// <summary>Every item of any ranking once, best first; of equals that which an earlier ranking has further up.</summary>
    /// <param name="rankings">Best first, no item twice in one.</param>
    public static IReadOnlyList<(int Item, double Score)> Fuse(params IReadOnlyList<IReadOnlyList<int>> rankings)
    {
        var scores = new Dictionary<int, double>();
        var order = new List<int>();
        foreach (var ranking in rankings)
        {
            for (var rank = 0; rank < ranking.Count; rank++)
            {
                if (!scores.TryGetValue(ranking[rank], out var score))
                {
                    order.Add(ranking[rank]);
                }

                scores[ranking[rank]] = score + (1 / (K + rank + 1));
            }
        }

        return order.Select(item => (item, scores[item])).OrderByDescending(fused => fused.Item2).ToList();
    }
}
