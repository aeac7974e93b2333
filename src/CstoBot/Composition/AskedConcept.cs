using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>The sort of thing that "which X" or "what X" asks for, among the question's concepts.</summary>
internal static class AskedConcept
{
    // "which of the 2024 exercises"
    private const int MaxDistance = 4;

    /// <summary>Its index; null when the question names no sort, or one that the answer shows without naming it (a date, a place).</summary>
    public static int? IndexOrNull(AnalyzedQuery question, QuestionKind kind)
    {
        if (kind is not (QuestionKind.Open or QuestionKind.List or QuestionKind.Names))
        {
            return null;
        }

        var terms = question.Terms;
        for (var index = 0; index + 1 < terms.Count; index++)
        {
            if (terms[index].Exact is "which" or "what" || terms[index].Exact.StartsWith("как", StringComparison.Ordinal))
            {
                var next = terms.Skip(index + 1).Take(MaxDistance).Where(term => !StopWords.Contains(term.Exact)).Select(term => term.Stem).FirstOrDefault();
                var concept = question.Concepts.ToList().FindIndex(concept => concept.Forms[0].Stems[0] == next);
                return concept < 0 ? null : concept;
            }
        }

        return null;
    }
}
