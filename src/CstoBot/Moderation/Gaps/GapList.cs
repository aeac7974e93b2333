using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Moderation.Gaps;

/// <summary>The gaps as they are now.</summary>
internal sealed class GapList(IGapStore store, CurrentIndex current)
{
    private const int MostNearest = 3;

    // A document may have several of the best passages.
    private const int PassagesForNearest = 12;

    private volatile ReadTerms read = new(null, new Dictionary<StandaloneQuestion, GapTerms>());

    public async Task<Gaps> ReadAsync(CancellationToken cancellationToken)
    {
        var stored = await store.GapsAsync(cancellationToken);
        var questions = await store.QuestionsAsync(cancellationToken);
        var terms = Terms(questions, current.Value);
        return new Gaps(GapClusters.Of([.. questions.Select(question => (question, terms[question.Question]))], stored.Gaps), stored.NextNumber);
    }

    /// <summary>The documents that come nearest to a gap by their words, best first.</summary>
    public IReadOnlyList<SourceDocument> Nearest(Gap gap)
    {
        var index = current.Value;
        return
        [
            .. PassageRetriever.Retrieve(QueryAnalyzer.Analyze(gap.Examples[0].Question, index), index, PassagesForNearest)
                .DistinctBy(passage => passage.DocumentName)
                .Take(MostNearest)
                .Select(passage => passage.Chunk.Document),
        ];
    }

    /// <summary>A question is read once for an edition of the documents; what is not kept any more is not kept here.</summary>
    private Dictionary<StandaloneQuestion, GapTerms> Terms(IReadOnlyList<AbstainedQuestion> questions, PassageIndex index)
    {
        var before = read;
        var terms = new Dictionary<StandaloneQuestion, GapTerms>(questions.Count);
        foreach (var question in questions.Select(question => question.Question).Where(question => !terms.ContainsKey(question)))
        {
            terms[question] = before.Index == index && before.Terms.TryGetValue(question, out var known) ? known : GapTerms.Of(question, index);
        }

        read = new ReadTerms(index, terms);
        return terms;
    }

    private sealed record ReadTerms(PassageIndex? Index, Dictionary<StandaloneQuestion, GapTerms> Terms);
}

/// <param name="All">What most people asked for first.</param>
/// <param name="NextNumber">For the next that a moderator sees first.</param>
internal sealed record Gaps(IReadOnlyList<Gap> All, long NextNumber)
{
    public IReadOnlyList<Gap> Open => [.. All.Where(gap => gap.IsOpen)];

    public IReadOnlyList<Gap> Settled => [.. All.Where(gap => !gap.IsOpen)];
}
