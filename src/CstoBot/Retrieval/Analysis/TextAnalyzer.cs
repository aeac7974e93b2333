using System.Collections.Concurrent;
using Lucene.Net.Util;

namespace CstoBot.Retrieval.Analysis;

/// <summary>
/// Reads texts as words: Unicode word breaks (UAX #29), folding (<see cref="FoldingFilter"/>), stems (<see cref="WordStemmer"/>).
/// Documents and questions pass through the same.
/// </summary>
internal static class TextAnalyzer
{
    /// <summary>Rises with every change of how words are read: an index on disk made by another is made anew.</summary>
    public const int Format = 1;

    public static readonly LuceneVersion Version = LuceneVersion.LUCENE_48;

    // As many as threads ever read at once.
    private static readonly ConcurrentBag<WordReader> Idle = [];

    /// <summary>The words of a text in order, each with its exact form and stem.</summary>
    public static IReadOnlyList<Term> Analyze(string text)
    {
        var reader = Rent();
        try
        {
            return reader.ReadTerms(text);
        }
        finally
        {
            Return(reader);
        }
    }

    /// <summary>A reader for many texts, to be given back.</summary>
    public static WordReader Rent() => Idle.TryTake(out var reader) ? reader : new WordReader();

    public static void Return(WordReader reader) => Idle.Add(reader);
}
