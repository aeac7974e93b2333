using CstoBot.Verification.Statements;

namespace CstoBot.Verification;

/// <summary>A sentence that passed one of the two gates: <see cref="QuoteCheck"/> for quotations, <see cref="StatementVerifier"/> for a model's. Only they make one.</summary>
internal sealed record SupportedStatement
{
    private SupportedStatement(string text, IReadOnlyList<DraftQuote> quotes) => (Text, Quotes) = (text, quotes);

    public string Text { get; }

    public IReadOnlyList<DraftQuote> Quotes { get; }

    /// <summary>Null when the statement is not just what its quotes say, or these do not stand in their documents.</summary>
    public static SupportedStatement? OrNull(DraftStatement statement) =>
        QuoteCheck.IsSupported(statement) ? new SupportedStatement(statement.Text, statement.Quotes) : null;

    /// <param name="text">As it was verified.</param>
    public static SupportedStatement By(string text, VerifiedStatement verified)
    {
        var (document, section) = (verified.Chunk.Chunk.Document, verified.Chunk.Chunk.Section);
        var span = Quotation.Tidy(document.Text, verified.Chunk.Sentences[verified.Position].Sentence.Span);
        return new SupportedStatement(text, [new DraftQuote(document, section, span, span.Of(document.Text))]);
    }
}
