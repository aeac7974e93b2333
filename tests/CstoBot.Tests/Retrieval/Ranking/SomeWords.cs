using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Tests.Retrieval.Ranking;

/// <summary>Texts as the words that the ranking reads.</summary>
internal static class SomeWords
{
    public static uint[] Of(string text) => TextAnalyzer.Analyze(text).Select(term => WordId.Of(term.Exact, term.Stem)).ToArray();

    public static string Stem(string word) => TextAnalyzer.Analyze(word)[0].Stem;

    /// <summary>A concept of one word that weighs this much.</summary>
    public static QueryConcept Concept(string word, double weight) => new(word, [new ConceptForm([Stem(word)], 1)], false, weight, true);
}
