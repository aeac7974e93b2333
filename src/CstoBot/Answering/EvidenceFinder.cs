using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using Microsoft.Extensions.Options;

namespace CstoBot.Answering;

/// <summary>Finds the passages for each part of a question and weighs their sentences.</summary>
internal sealed class EvidenceFinder(HybridRetriever retriever, IOptions<AnsweringOptions> options)
{
    // The latest of all may be the least like the question.
    private const int PassagesForOrder = 8;

    /// <summary>One finding for each part, in order; at least one.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync(IReadOnlyList<StandaloneQuestion> parts, PassageIndex index, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var part in parts)
        {
            findings.Add(await FindAsync(part, index, cancellationToken));
        }

        return findings;
    }

    private async Task<Finding> FindAsync(StandaloneQuestion part, PassageIndex index, CancellationToken cancellationToken)
    {
        using var stage = StageTelemetry.Begin(Stage.Retrieval);
        var dates = AskedDates.OrNull(part.Text) is { } asked && LatestSections.Any(asked, index) ? asked : null;
        var query = QueryAnalyzer.Analyze(part, index);
        query = dates?.Without(query) ?? query;
        var count = options.Value.MaxPassages * (TimeOrderReader.Of(query) == TimeOrder.None && dates is null ? 1 : PassagesForOrder);
        var passages = await retriever.RetrieveAsync(query, index, count, cancellationToken);
        StageTelemetry.Found(passages.Count);
        var carried = part.Carried is null ? null : QueryAnalyzer.Analyze(part.Carried, index);
        var question = WeighedQuestion.From(query, passages.Select(passage => index.Analyzed(passage.ChunkNumber)).ToList(), carried) with { Dates = dates };
        return new Finding(question, passages, EvidenceScorer.Score(question, passages, index)) { OfTime = LatestSections.IsAsked(question) ? LatestSections.Of(question, index) : [] };
    }
}
