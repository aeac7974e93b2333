using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>How strongly each concept of a question stands in a sentence and around it; 0 to 1 each, in the concepts' order.</summary>
/// <param name="Inside">In the sentence itself.</param>
/// <param name="Near">There, or weaker in its neighbours, in the interviewer's question, the heading or the date.</param>
/// <param name="All">There, or weaker in what tells the document as a whole.</param>
internal sealed record ConceptMatches(IReadOnlyList<double> Inside, IReadOnlyList<double> Near, IReadOnlyList<double> All)
{
    private const double BeforeShare = 0.5;

    // What a sentence leans on is quoted with it, and is nearly its own.
    private const double LeaningShare = 0.9;
    private const double AfterShare = 0.3;
    private const double QuestionShare = 0.75;
    private const double HeadingShare = 0.5;
    private const double SpeakerShare = 0.9;
    private const double AboutShare = 0.5;
    private const double DateShare = 0.7;

    /// <summary>For each sentence of a chunk, in order.</summary>
    public static IReadOnlyList<ConceptMatches> Of(IReadOnlyList<QueryConcept> concepts, AnalyzedChunk chunk)
    {
        var above = concepts.Select(concept => Above(concept, chunk)).ToList();
        var about = concepts.Select(concept => AboutShare * chunk.About.Strength(concept)).ToList();
        var own = chunk.Sentences.Select(sentence => concepts.Select(sentence.Stems.Strength).ToList()).ToList();
        var inside = own.Select((strengths, position) => position > 0 && Anaphora.NeedsPredecessor(chunk.Sentences[position])
            ? strengths.Zip(own[position - 1], (strength, before) => Math.Max(strength, LeaningShare * before)).ToList()
            : strengths).ToList();
        return inside.Select((matches, position) =>
        {
            var near = matches.Select((strength, concept) => Math.Max(Math.Max(strength, above[concept]), Beside(inside, position, concept))).ToList();
            return new ConceptMatches(matches, near, near.Zip(about, Math.Max).ToList());
        }).ToList();
    }

    private static double Beside(List<List<double>> inside, int position, int concept) => Math.Max(
        position > 0 ? BeforeShare * inside[position - 1][concept] : 0,
        position + 1 < inside.Count ? AfterShare * inside[position + 1][concept] : 0);

    /// <summary>In what stands above the whole section.</summary>
    private static double Above(QueryConcept concept, AnalyzedChunk chunk) => Math.Max(
        Math.Max(Math.Max(QuestionShare * chunk.Question.Strength(concept), HeadingShare * chunk.Heading.Strength(concept)), SpeakerShare * chunk.Speaker.Strength(concept)),
        IsOfItsDate(concept, chunk.Chunk) ? DateShare : 0);

    /// <summary>The concept is the year or the month of the section's own date.</summary>
    private static bool IsOfItsDate(QueryConcept concept, Chunk chunk) =>
        chunk.Document.DateOf(chunk.Section) is { } date
        && concept.Forms.Any(form => form.Stems is [var stem] && (stem == $"{date.Year}" || StatedDate.MonthOrNull(stem) == date.Month));
}
