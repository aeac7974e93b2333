using CstoBot.Retrieval.Dense;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Retrieval;

/// <summary>Finds passages by their words and, where a model is configured, by their meaning too.</summary>
internal sealed class HybridRetriever(DenseSearch dense)
{
    /// <summary>Each ranking goes at least this deep: what both rank low may outweigh what only one ranks high.</summary>
    private const int Depth = 50;

    /// <summary>The best passages, best first; without a model exactly those that <see cref="PassageRetriever"/> finds.</summary>
    public ValueTask<IReadOnlyList<Passage>> RetrieveAsync(AnalyzedQuery question, PassageIndex index, int top, CancellationToken cancellationToken) =>
        dense.IsOn && question.Concepts.Count > 0
            ? new(FuseAsync(question, index, top, cancellationToken))
            : new(PassageRetriever.Retrieve(question, index, top));

    private async Task<IReadOnlyList<Passage>> FuseAsync(AnalyzedQuery question, PassageIndex index, int top, CancellationToken cancellationToken)
    {
        var depth = Math.Max(top, Depth);
        var nearest = await dense.NearestAsync(question.Text, index, depth, cancellationToken);
        if (nearest.Count == 0)
        {
            return PassageRetriever.Retrieve(question, index, top);
        }

        var byWords = PassageRetriever.Retrieve(question, index, depth).Select(passage => passage.ChunkNumber).ToList();
        return ReciprocalRankFusion.Fuse(byWords, nearest)
            .Take(top)
            .Select(fused => new Passage(fused.Item, index, fused.Score))
            .ToList();
    }
}
