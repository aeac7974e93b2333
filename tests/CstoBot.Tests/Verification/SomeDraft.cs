using CstoBot.Ingestion;
using CstoBot.Verification;

namespace CstoBot.Tests.Verification;

/// <summary>Drafts that quote a document, right or wrong.</summary>
internal static class SomeDraft
{
    /// <summary>A quote of words that stand in the document.</summary>
    public static DraftQuote Quote(SourceDocument document, string words, int section = 0)
    {
        var start = document.Text.IndexOf(words, StringComparison.Ordinal);
        return new DraftQuote(document, document.Sections[section], new TextSpan(start, words.Length), words);
    }

    public static DraftStatement Statement(params IReadOnlyList<DraftQuote> quotes) =>
        new(string.Join(' ', quotes.Select(quote => $"“{quote.Quote}”")), quotes);

    public static Draft Of(params IReadOnlyList<DraftStatement> statements) => new(null, statements, 0.8);
}
