using CstoBot.Retrieval;

namespace CstoBot.Composition;

/// <summary>Which of the sources that a question names a document is.</summary>
internal static class NamedSources
{
    private const double Match = 0.8;

    public static bool Any(AnalyzedQuery question, AnalyzedChunk chunk) => Of(question, chunk).Any();

    /// <summary>The numbers of the mentions that fit the chunk's document: all names of a mention stand in what tells of the document.</summary>
    public static IEnumerable<int> Of(AnalyzedQuery question, AnalyzedChunk chunk) => question.Concepts
        .Where(concept => concept.SourceMention is > SourceMentions.Year)
        .GroupBy(concept => concept.SourceMention.GetValueOrDefault())
        .Where(mention => mention.All(concept => Math.Max(chunk.Source.Strength(concept), chunk.About.Strength(concept)) >= Match))
        .Select(mention => mention.Key);
}
