using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>
/// Weighs the sentences of the retrieved passages: how much of the question does each account for, and does it hold what
/// the question demands of an answer? The shares and factors were set on development questions and are held fixed.
/// </summary>
internal static class EvidenceScorer
{
    // What the sentence says itself counts for more than what its surroundings let one understand.
    private const double InsideShare = 0.25;

    // "Which group …?" is hardly answered where no group is spoken of.
    private const double SortMatch = 0.3;
    private const double MissingSort = 0.75;

    // Half of a name ("Karabakh" for "Nagorno-Karabakh") or the name next door is enough to be about it.
    private const double NameMatch = 0.2;
    private const double UnknownName = 0.4;
    private const double MissingName = 0.55;
    private const double NameOfDocumentOnly = 0.85;

    private const double UnheardOf = 0.6;
    private const double OtherSource = 0.7;
    private const double OtherDate = 0.7;
    private const double ReservationShare = 0.5;

    /// <summary>Best first, of equals the shorter one; empty when there are no passages.</summary>
    public static IReadOnlyList<Evidence> Score(WeighedQuestion question, IReadOnlyList<Passage> passages, PassageIndex index)
    {
        var reservations = new Reservations(question);
        return passages
            .SelectMany(passage => Score(question, reservations, index.Analyzed(passage.ChunkNumber), passage.ChunkNumber))
            .OrderByDescending(evidence => Math.Round(evidence.Score, 2))
            .ThenBy(evidence => evidence.Sentence.Text.Length)
            .ThenBy(evidence => evidence.ChunkNumber)
            .ThenBy(evidence => evidence.Position)
            .ToList();
    }

    private static IEnumerable<Evidence> Score(WeighedQuestion question, Reservations reservations, AnalyzedChunk chunk, int chunkNumber)
    {
        var whole = (question.IsUnheardOf ? UnheardOf : 1)
            * (question.NamesSources && !NamedSources.Any(question.Query, chunk) ? OtherSource : 1)
            * (NamedSources.IsOfOtherDate(question.Query, chunk) ? OtherDate : 1);
        return ConceptMatches.Of(question.Query.Concepts, chunk).Select((matches, position) =>
        {
            var sentence = chunk.Sentences[position];
            var reserved = reservations.Count(chunk, sentence, matches);
            return new Evidence(chunk, chunkNumber, position, whole * Math.Pow(ReservationShare, reserved) * Score(question, sentence, matches), matches, reserved);
        });
    }

    private static double Score(WeighedQuestion question, AnalyzedSentence sentence, ConceptMatches matches) =>
        (((1 - InsideShare) * question.Share(matches.All)) + (InsideShare * question.Share(matches.Inside)))
        * AnswerFit.Factor(question.Kind, sentence, question.Query)
        * RoleShare(sentence.Sentence.Role, question.Kind)
        * (question.Sort is { } sort && matches.All[sort] < SortMatch ? MissingSort : 1)
        * question.Query.Concepts.Select((concept, place) => NameFactor(concept, matches, place)).Aggregate(1.0, (product, factor) => product * factor);

    /// <summary>A question states nothing, least of all a reason or a number, and a heading says in short what a sentence says in full.</summary>
    private static double RoleShare(SentenceRole role, QuestionKind kind) => role switch
    {
        SentenceRole.InterviewerQuestion when kind is QuestionKind.Reason or QuestionKind.YesNo or QuestionKind.Number or QuestionKind.Date => 0.4,
        SentenceRole.InterviewerQuestion => 0.8,
        SentenceRole.Heading => 0.7,
        _ => 1,
    };

    /// <summary>An answer that is silent of a name the question gives is about something else.</summary>
    private static double NameFactor(QueryConcept concept, ConceptMatches matches, int place) =>
        concept is not { IsName: true, SourceMention: null } || matches.Near[place] >= NameMatch ? 1
        : !concept.IsKnown ? UnknownName
        : matches.All[place] > matches.Near[place] ? NameOfDocumentOnly
        : MissingName;
}
