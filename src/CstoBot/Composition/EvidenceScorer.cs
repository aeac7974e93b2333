using CstoBot.Ingestion;
using CstoBot.Retrieval;

namespace CstoBot.Composition;

/// <summary>
/// Weighs the sentences of the retrieved passages: how much of the question does each account for? A concept counts in
/// full where the sentence names it, and in part where only its surroundings do: the sentence before it, the interviewer's
/// question it answers, the heading, what tells the document as a whole, and its date.
/// </summary>
internal static class EvidenceScorer
{
    private const double BeforeShare = 0.5;
    private const double AfterShare = 0.3;
    private const double QuestionShare = 0.6;
    private const double HeadingShare = 0.5;
    private const double AboutShare = 0.5;
    private const double DateShare = 0.7;

    // Half of a name ("Karabakh" for "Nagorno-Karabakh") or the name next door is enough to be about it.
    private const double NameMatch = 0.2;

    // "Which group …?" is hardly answered where no group is spoken of.
    private const double SortMatch = 0.3;
    private const double MissingSort = 0.75;

    private const double UnheardOf = 0.6;

    // The question names a source, and this is another.
    private const double OtherSource = 0.7;

    // A word of everyday language that no document uses may be a paraphrase; a name that none uses is never one.
    private const double UnknownWordShare = 0.6;

    // A word that stands nearly everywhere (the organization's name) still tells a little.
    private const double MinWeight = 0.3;

    public static IReadOnlyList<Evidence> Score(AnalyzedQuery question, QuestionKind kind, IReadOnlyList<Passage> passages, PassageIndex index)
    {
        var mentioned = question.Concepts.Any(concept => concept.SourceMention is > SourceMentions.Year);
        var weights = question.Concepts.Select((concept, place) => IsOfSource(question, place, mentioned) ? 0 : Weight(concept)).ToList();
        return passages
            .SelectMany(passage => Score(question, kind, weights, mentioned, index.Analyzed(passage.ChunkNumber), passage.ChunkNumber))
            .OrderByDescending(evidence => evidence.Score)
            .ThenBy(evidence => evidence.ChunkNumber)
            .ThenBy(evidence => evidence.Position)
            .ToList();
    }

    /// <summary>A name of a source, or the word for it ("report"), is no part of what is asked.</summary>
    private static bool IsOfSource(AnalyzedQuery question, int place, bool mentioned) =>
        question.Concepts[place].SourceMention is not null
        || mentioned && question.Terms.Any(term => SourceMentions.IsMedium(term) && question.Concepts[place].Forms[0].Stems is [var stem] && stem == term.Stem);

    /// <summary>What a concept counts for in a question.</summary>
    public static double Weight(QueryConcept concept) =>
        concept.IsKnown || concept.IsName ? Math.Max(MinWeight, concept.Weight) : UnknownWordShare * concept.Weight;

    private static IEnumerable<Evidence> Score(
        AnalyzedQuery question, QuestionKind kind, IReadOnlyList<double> weights, bool mentioned, AnalyzedChunk chunk, int chunkNumber)
    {
        var around = question.Concepts.Select(concept => Surroundings(concept, chunk)).ToList();
        var asked = AskedConcept.IndexOrNull(question, kind);
        var unknown = IsUnheardOf(question) ? UnheardOf : 1;
        var about = question.Concepts.Select(concept => AboutShare * chunk.About.Strength(concept)).ToList();
        var inside = chunk.Sentences.Select(sentence => question.Concepts.Select(sentence.Stems.Strength).ToArray()).ToList();
        for (var position = 0; position < chunk.Sentences.Count; position++)
        {
            var near = new double[weights.Count];
            for (var concept = 0; concept < near.Length; concept++)
            {
                near[concept] = Math.Max(
                    Math.Max(inside[position][concept], around[concept]),
                    Math.Max(
                        position > 0 ? BeforeShare * inside[position - 1][concept] : 0,
                        position + 1 < inside.Count ? AfterShare * inside[position + 1][concept] : 0));
            }

            var matches = near.Zip(about, Math.Max).ToArray();
            var sentence = chunk.Sentences[position];
            var score = (0.75 * Share(matches, weights) + 0.25 * Share(inside[position], weights))
                * AnswerFit.Factor(kind, sentence, question)
                * RoleShare(sentence.Sentence.Role)
                * unknown
                * (asked is { } sort && matches[sort] < SortMatch ? MissingSort : 1)
                * MissingNames(question, near, matches)
                * (mentioned && !NamedSources.Any(question, chunk) ? OtherSource : 1);
            yield return new Evidence(chunk, chunkNumber, position, score, matches);
        }
    }

    /// <summary>
    /// "When did A. Person marry?" where nobody speaks of marrying: all that is asked of the names is unknown, and what stands
    /// beside them answers something else.
    /// </summary>
    private static bool IsUnheardOf(AnalyzedQuery question)
    {
        var asked = question.Concepts.Where(concept => !concept.IsName).ToList();
        return asked.Count > 0 && asked.Count < question.Concepts.Count && asked.TrueForAll(concept => !concept.IsKnown);
    }

    /// <summary>A question states nothing, and a heading says in short what a sentence says in full.</summary>
    private static double RoleShare(SentenceRole role) => role switch
    {
        SentenceRole.InterviewerQuestion => 0.8,
        SentenceRole.Heading => 0.7,
        _ => 1,
    };

    private static double Surroundings(QueryConcept concept, AnalyzedChunk chunk) =>
        Math.Max(
            Math.Max(QuestionShare * chunk.Question.Strength(concept), HeadingShare * chunk.Heading.Strength(concept)),
            DateShare * StatedOn(concept, chunk.Chunk));

    /// <summary>1 when the concept is the year or the month of the section's own date.</summary>
    private static double StatedOn(QueryConcept concept, Chunk chunk) =>
        (chunk.Section.Published ?? chunk.Document.Metadata.Published) is { } date
        && concept.Forms.Any(form => form.Stems is [var stem] && (stem == $"{date.Year}" || StatedDate.MonthOrNull(stem) == date.Month))
            ? 1
            : 0;

    /// <summary>An answer that is silent of a name the question gives is about something else.</summary>
    private static double MissingNames(AnalyzedQuery question, double[] near, double[] matches)
    {
        var factor = 1.0;
        for (var concept = 0; concept < near.Length; concept++)
        {
            if (question.Concepts[concept] is { IsName: true, SourceMention: null } && near[concept] < NameMatch)
            {
                factor *= !question.Concepts[concept].IsKnown ? 0.4 : matches[concept] > near[concept] ? 0.85 : 0.55;
            }
        }

        return factor;
    }

    private static double Share(IReadOnlyList<double> matches, IReadOnlyList<double> weights)
    {
        var (matched, total) = (0.0, 0.0);
        for (var concept = 0; concept < weights.Count; concept++)
        {
            matched += weights[concept] * matches[concept];
            total += weights[concept];
        }

        return total == 0 ? 0 : matched / total;
    }
}
