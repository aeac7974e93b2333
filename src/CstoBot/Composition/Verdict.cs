using System.Collections.Frozen;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>
/// Whether evidence states a plain yes or no. Only where the sentence says just what is asked, in the same order, and nothing
/// besides: who does what to whom cannot be read from words in any order. Else the reader judges by the quote.
/// </summary>
internal static class Verdict
{
    private const double Stated = 0.9;

    private static readonly FrozenSet<string> Negations = new[] { "not", "no", "never", "не", "нет", "никогда" }.ToFrozenSet(StringComparer.Ordinal);

    // Words of form that turn a statement into something less.
    private static readonly FrozenSet<string> Hedges = new[]
    {
        "may", "might", "could", "would", "should", "can", "if", "or", "whether", "but", "only", "hardly", "without", "neither", "nor", "none", "cannot",
        "может", "могут", "возможно", "если", "или", "бы", "но", "однако", "только", "вряд", "без", "ни", "ли",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for yes, false for no, null where the evidence does not say so plainly.</summary>
    public static bool? OrNull(WeighedQuestion question, Evidence evidence)
    {
        var words = evidence.Sentence.Terms;
        if (question.Kind != QuestionKind.YesNo
            || evidence.Sentence.Sentence.Role != SentenceRole.Statement
            || words.Any(IsHedge)
            || question.Query.Terms.Any(word => word.Exact is "or" or "или" || Negations.Contains(word.Exact))
            || evidence.Concepts.Inside.Any(strength => strength < Stated)
            || !SaysJustThat(question.Query.Concepts, words))
        {
            return null;
        }

        var negations = words.Count(word => Negations.Contains(word.Exact));
        return negations > 1 ? null : negations == 0;
    }

    private static bool IsHedge(Term word) => Hedges.Contains(word.Exact) || word.Exact.EndsWith("n't", StringComparison.Ordinal);

    /// <summary>Every telling word of the sentence is one of the question's things, and these come in the question's order.</summary>
    private static bool SaysJustThat(IReadOnlyList<QueryConcept> concepts, IReadOnlyList<Term> words)
    {
        var order = words
            .Where(word => !StopWords.Contains(word.Exact) && !Negations.Contains(word.Exact))
            .Select(word => PlaceOf(word, concepts))
            .ToList();
        return order.Count > 0 && order[0] >= 0 && order.Zip(order.Skip(1)).All(pair => pair.First <= pair.Second);
    }

    /// <summary>The first of the concepts that the word is of; -1 when it is of none.</summary>
    private static int PlaceOf(Term word, IReadOnlyList<QueryConcept> concepts)
    {
        for (var place = 0; place < concepts.Count; place++)
        {
            if (concepts[place].Forms.Any(form => form.Strength >= Stated && form.Stems.Contains(word.Stem)))
            {
                return place;
            }
        }

        return -1;
    }
}
