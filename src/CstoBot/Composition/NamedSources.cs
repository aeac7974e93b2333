using System.Globalization;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>Which of the sources that a question names a document is.</summary>
internal static class NamedSources
{
    public const double Match = 0.8;

    public static bool Any(AnalyzedQuery question, AnalyzedChunk chunk) => Of(question, chunk).Any();

    /// <summary>The numbers of the mentions that fit the chunk's document: all names of a mention stand in what tells of the document.</summary>
    public static IEnumerable<int> Of(AnalyzedQuery question, AnalyzedChunk chunk) => question.Concepts
        .Where(concept => concept.SourceMention is > SourceMentions.Year)
        .GroupBy(concept => concept.SourceMention.GetValueOrDefault())
        .Where(mention => mention.All(concept => Math.Max(chunk.Source.Strength(concept), chunk.About.Strength(concept)) >= Match))
        .Select(mention => mention.Key);

    /// <summary>The question dates the source it names ("the 2024 interview"), and the section or its document states another year or month. False where no date is stated.</summary>
    public static bool IsOfOtherDate(AnalyzedQuery question, AnalyzedChunk chunk) =>
        chunk.Chunk.Document.DateOf(chunk.Chunk.Section) is { } date
        && question.Concepts.Any(concept => concept.SourceMention == SourceMentions.Year && !IsOf(date, concept.Forms[0].Stems[0]));

    private static bool IsOf(DateOnly date, string stem) =>
        StatedDate.MonthOrNull(stem) is { } month ? month == date.Month : stem == date.Year.ToString(CultureInfo.InvariantCulture);
}
