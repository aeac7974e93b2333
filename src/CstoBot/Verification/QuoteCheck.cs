namespace CstoBot.Verification;

/// <summary>Whether a draft's statement rests on quotes that are really there, and says nothing besides them.</summary>
internal static class QuoteCheck
{
    /// <summary>Every quote stands in its document word for word, inside its section; the statement is its introduction, the quotes and its remark, no more.</summary>
    public static bool IsSupported(DraftStatement statement) =>
        statement.Quotes.Count > 0
        && statement.Quotes.All(IsVerbatim)
        && statement.Text == statement.Introduction + string.Join(' ', statement.Quotes.Select(quote => Quotation.Show(quote.Quote))) + statement.Remark;

    private static bool IsVerbatim(DraftQuote quote) =>
        quote.Quote.Length > 0
        && quote.Span.Start >= 0
        && quote.Span.Length == quote.Quote.Length
        && quote.Span.Start <= quote.Document.Text.Length - quote.Quote.Length
        && quote.Span.In(quote.Document.Text).SequenceEqual(quote.Quote)
        && quote.Section.Span.Contains(quote.Span);
}
