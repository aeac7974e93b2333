using CstoBot.Composition;
using CstoBot.Conversations.Rewriting;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Dense;
using CstoBot.Retrieval.Queries;
using CstoBot.Verification.Statements;

namespace CstoBot.Answering.Models;

/// <summary>What a language model is given to answer from: what was found for the question and for each search query, as one ranking.</summary>
internal sealed class ModelPassages(HybridRetriever retriever)
{
    /// <param name="findings">What was found for the question as it was asked.</param>
    /// <param name="rewritten">Null when there are no further queries.</param>
    /// <returns>Numbered from 1, best first; empty when nothing was found.</returns>
    public async Task<IReadOnlyList<NumberedPassage>> GatherAsync(
        IReadOnlyList<Finding> findings, RewrittenQuestion? rewritten, PassageIndex index, int count, CancellationToken cancellationToken)
    {
        var rankings = findings.Select(finding => Numbers(finding.Passages)).ToList();
        foreach (var query in rewritten is null ? [] : new[] { rewritten.Text }.Concat(rewritten.Queries).Distinct())
        {
            rankings.Add(Numbers(await retriever.RetrieveAsync(QueryAnalyzer.Analyze(query, index), index, count, cancellationToken)));
        }

        return ReciprocalRankFusion.Fuse([.. rankings])
            .Take(count)
            .Select((fused, place) => new NumberedPassage(place + 1, index.Analyzed(fused.Item)))
            .ToList();
    }

    private static IReadOnlyList<int> Numbers(IReadOnlyList<Passage> passages) => passages.Select(passage => passage.ChunkNumber).Distinct().ToList();
}
