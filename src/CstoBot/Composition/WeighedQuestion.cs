using System.Collections.Frozen;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>A question with what its parts count for; the same for every sentence that is weighed.</summary>
/// <param name="Weights">What each concept counts for, in their order; 0 for the names of sources.</param>
/// <param name="Sort">The concept that names the sort of thing asked for; null when the question names none.</param>
/// <param name="NamesSources">Whether it asks what certain sources say.</param>
internal sealed record WeighedQuestion(AnalyzedQuery Query, QuestionKind Kind, IReadOnlyList<double> Weights, int? Sort, bool NamesSources)
{
    // Asked of several sources, "How did the description change?" asks for what each says.
    private static readonly FrozenSet<string> ComparingWords = new[]
    {
        "change", "changed", "changes", "describe", "description", "place", "difference", "differences", "compare", "view", "views", "position", "link", "linked",
        "изменилось", "изменилась", "изменился", "описание", "разница", "отличие", "отличия", "сравни", "сравните",
    }.ToFrozenSet(StringComparer.Ordinal);

    // A word of everyday language that no document uses may be a paraphrase; a name that none uses is never one.
    private const double UnknownWordShare = 0.6;

    // "still", "always": in a few documents such a word may be rare by chance.
    private const double LightWordShare = 0.35;

    // A word that stands nearly everywhere (the organization's name) still tells a little.
    private const double MinWeight = 0.3;

    private const double TellingWeight = 0.6;
    private const double HardlyMatched = 0.25;

    // Asked for with each sentence.
    private readonly double total = Weights.Sum();

    /// <summary>
    /// All that is asked of the names is unknown: "When did A. Person marry?" where nobody speaks of marrying. What stands
    /// beside the names then answers something else.
    /// </summary>
    public bool IsUnheardOf { get; } = AsksOnlyTheUnknown(Query);

    /// <summary>The days it limits itself to, where something is dated so; null when it does not.</summary>
    public AskedDates? Dates { get; init; }

    /// <summary>Whether the first or the last of things in time is asked for.</summary>
    public TimeOrder Order { get; } = TimeOrderReader.Of(Query);

    /// <summary>Whether the date of what answers is part of the answer.</summary>
    public bool AsksOfTime => Order != TimeOrder.None || Dates is not null;

    /// <summary>Whether it asks what each of the documents says.</summary>
    public bool AsksEachDocument { get; } = DocumentScope.IsEach(Query);

    /// <param name="chunks">What was retrieved for it: the names of their sources tell a source from a subject.</param>
    /// <param name="carried">The earlier question that it goes on with: "And in B?" asks for what that one asked for. Null when there is none.</param>
    public static WeighedQuestion From(AnalyzedQuery question, IReadOnlyList<AnalyzedChunk> chunks, AnalyzedQuery? carried = null)
    {
        var query = question with { Concepts = SourceMentions.MarkKnown(question, concept => chunks.Any(chunk => chunk.Source.Strength(concept) >= NamedSources.Match)) };
        var kind = QuestionClassifier.Classify(query);
        kind = kind == QuestionKind.Open && carried is not null ? QuestionClassifier.Classify(carried) : kind;
        var namesSources = query.Concepts.Any(concept => concept.SourceMention is > SourceMentions.Year);
        var isOrdered = TimeOrderReader.Of(query) != TimeOrder.None;
        var weights = query.Concepts
            .Select(concept => IsOfSource(query, concept, namesSources) || IsShownUnnamed(concept, kind, isOrdered) ? 0 : Weight(concept))
            .ToList();
        return new WeighedQuestion(query, kind, weights, AskedConcept.IndexOrNull(query, kind), namesSources);
    }

    /// <summary>How many of its names no document uses.</summary>
    public int UnknownNames { get; } = Query.Concepts.Count(concept => concept is { IsName: true, IsKnown: false, SourceMention: null });

    /// <summary>The part of the question, 0 to 1, that no document speaks of in any spelling.</summary>
    public double UnknownShare => total == 0 ? 0 : Unmatched(Query.Concepts.Select(concept => concept.IsKnown ? 1.0 : 0.0)) / total;

    /// <summary>The share of the question that the matches account for, 0 to 1.</summary>
    public double Share(IReadOnlyList<double> matches) => total == 0 ? 0 : Matched(matches) / total;

    /// <summary>The share of what is asked of the names and dates, these aside; 1 when nothing else is asked.</summary>
    public double PredicateShare(IReadOnlyList<double> matches)
    {
        var (matched, total) = (0.0, 0.0);
        for (var concept = 0; concept < Weights.Count; concept++)
        {
            if (Query.Concepts[concept] is { IsName: false, SourceMention: null } asked && StatedDate.MonthOrNull(asked.Forms[0].Stems[0]) is null)
            {
                matched += Weights[concept] * matches[concept];
                total += Weights[concept];
            }
        }

        return total == 0 ? 1 : matched / total;
    }

    /// <summary>How many words that the documents use, names and light words aside, the matches leave out.</summary>
    public int MissingWords(IReadOnlyList<double> matches) => Enumerable.Range(0, Weights.Count).Count(concept =>
        Query.Concepts[concept] is { IsName: false, SourceMention: null, IsKnown: true } && Weights[concept] >= TellingWeight && matches[concept] < HardlyMatched);

    /// <summary>What the matches tell, in nats: the weights of the concepts they account for.</summary>
    public double Matched(IEnumerable<double> matches) => Weights.Zip(matches, (weight, match) => weight * match).Sum();

    /// <summary>What the matches leave open, in nats.</summary>
    public double Unmatched(IEnumerable<double> matches) => Weights.Zip(matches, (weight, match) => weight * (1 - match)).Sum();

    private static double Weight(QueryConcept concept) => (LightWords.Contains(concept.Text.ToLowerInvariant()) ? LightWordShare : 1)
        * (concept.IsKnown || concept.IsName ? Math.Max(MinWeight, concept.Weight) : UnknownWordShare * concept.Weight);

    /// <summary>A name of a source, or the word for it ("report"), is no part of what is asked.</summary>
    private static bool IsOfSource(AnalyzedQuery query, QueryConcept concept, bool namesSources) =>
        concept.SourceMention is not null
        || namesSources && ComparingWords.Contains(concept.Text.ToLowerInvariant())
        || namesSources && concept.Forms[0].Stems is [var stem] && query.Terms.Any(term => SourceMentions.IsOfText(term) && term.Stem == stem);

    /// <summary>A word for what an answer shows without naming it: "the date", "the latest".</summary>
    private static bool IsShownUnnamed(QueryConcept concept, QuestionKind kind, bool isOrdered) =>
        isOrdered && TimeOrderReader.IsOfForm(concept.Text) || kind == QuestionKind.Date && QuestionClassifier.IsDateNoun(concept.Text);

    private static bool AsksOnlyTheUnknown(AnalyzedQuery query)
    {
        var asked = query.Concepts.Where(concept => !concept.IsName).ToList();
        return asked.Count > 0 && asked.Count < query.Concepts.Count && asked.TrueForAll(concept => !concept.IsKnown);
    }
}
