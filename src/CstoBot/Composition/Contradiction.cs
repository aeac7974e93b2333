using System.Collections.Frozen;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>
/// A question may take for granted what the documents deny: "Why did A leave the union?" where a sentence counts A among its
/// members. Such a sentence is the answer. Which words exclude each other is said in the glossary.
/// </summary>
internal static class Contradiction
{
    // The names of the question must be those of the sentence, and what it takes for granted must stand nowhere.
    private const double SameThing = 0.8;

    // A name that stands nearly everywhere is meant where it is not said.
    private const double Ubiquitous = 0.5;

    private static readonly FrozenSet<string> Hedges = new[]
    {
        "not", "no", "never", "nor", "neither", "if", "may", "might", "would", "could", "should", "possible", "possibly", "whether", "ceased", "former", "formerly",
        "не", "нет", "ни", "никогда", "если", "может", "могут", "возможно", "бы", "бывший",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The best sentence that says the opposite of what the question takes for granted; null when there is none.</summary>
    /// <param name="evidence">Best first.</param>
    public static Evidence? OrNull(WeighedQuestion question, IReadOnlyList<Evidence> evidence)
    {
        var concepts = question.Query.Concepts;
        for (var place = 0; place < concepts.Count; place++)
        {
            var concept = concepts[place];
            if (concept.Opposites.Count > 0
                && HasName(concepts)
                && evidence.All(item => item.Concepts.Inside[place] < SameThing || !IsAboutTheNames(item, concepts))
                && evidence.FirstOrDefault(item => Denies(item, concept) && IsAboutTheNames(item, concepts)) is { } denial)
            {
                return denial;
            }
        }

        return null;
    }

    private static bool HasName(IReadOnlyList<QueryConcept> concepts) => concepts.Any(concept => concept is { IsName: true, SourceMention: null });

    private static bool Denies(Evidence item, QueryConcept concept) =>
        item.Sentence.Sentence.Role == SentenceRole.Statement
        && concept.Opposites.Any(form => item.Sentence.Stems.Presence(form.Stems) >= 1)
        && !item.Sentence.Terms.Any(term => Hedges.Contains(term.Exact));

    private static bool IsAboutTheNames(Evidence item, IReadOnlyList<QueryConcept> concepts) =>
        Enumerable.Range(0, concepts.Count).All(place => !(concepts[place] is { IsName: true, SourceMention: null } name && name.Weight >= Ubiquitous) || item.Concepts.Inside[place] >= SameThing);
}
