using CstoBot.Ingestion;

namespace CstoBot.Verification;

/// <summary>Whether a draft's statement rests on quotes that are really there.</summary>
internal static class QuoteCheck
{
    /// <summary>Every quote stands in its document word for word, inside its section, and the statement shows each of them.</summary>
    public static bool IsSupported(DraftStatement statement) =>
        statement.Quotes.Count > 0
        && statement.Quotes.All(quote => IsVerbatim(quote) && Shows(statement.Text, quote.Quote));

    private static bool IsVerbatim(DraftQuote quote) =>
        quote.Quote.Length > 0
        && quote.Span.Start >= 0
        && quote.Span.Length == quote.Quote.Length
        && quote.Span.Start <= quote.Document.Text.Length - quote.Quote.Length
        && quote.Span.In(quote.Document.Text).SequenceEqual(quote.Quote)
        && IsInside(quote.Section, quote.Span);

    private static bool IsInside(Section section, TextSpan span) =>
        section.Question is { } question && question.Contains(span)
        || span.Start >= section.Paragraphs[0].Start && span.End <= section.Paragraphs[^1].End;

    private static bool Shows(string statement, string quote) =>
        Whitespace.Collapse(statement).Contains(Whitespace.Collapse(quote), StringComparison.Ordinal);
}
