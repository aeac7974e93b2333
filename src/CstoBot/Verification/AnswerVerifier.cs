using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Ingestion;

namespace CstoBot.Verification;

/// <summary>
/// The gate between a draft and a reader: every quote must stand in its document exactly where the draft says, inside the
/// section it names, and every statement must show nothing but its quotes and the bot's fixed words. Pure.
/// </summary>
internal static class AnswerVerifier
{
    private const int ContextLength = 350;
    private const int LongestWord = 60;

    /// <summary>The answer with its citations numbered in order of first appearance; null when nothing of the draft holds.</summary>
    public static Answer? Verify(Draft draft, Language language, string composer, string corpusVersion)
    {
        var supported = draft.Statements.Select(SupportedStatement.OrNull).OfType<SupportedStatement>().ToList();
        var doubts = (draft.SourcesDiffer ? AnswerDoubts.SourcesDiffer : AnswerDoubts.None)
            | (supported.Count < draft.Statements.Count ? AnswerDoubts.StatementDropped : AnswerDoubts.None);
        return Assemble(draft.Lead, supported, draft.Confidence, language, composer, corpusVersion) is { } answer ? answer with { Doubts = doubts } : null;
    }

    /// <inheritdoc cref="Verify"/>
    /// <param name="modelVersion">The model and its prompt; null when none took part.</param>
    public static Answer? Assemble(
        string? lead, IReadOnlyList<SupportedStatement> supported, double confidence, Language language, string composer, string corpusVersion, string? modelVersion = null)
    {
        var citations = new List<Citation>();
        var statements = new List<Statement>();
        foreach (var statement in supported)
        {
            var numbers = statement.Quotes.Select(quote => NumberOf(quote, citations)).Distinct().Order().ToList();
            statements.Add(new Statement(statement.Text, numbers));
        }

        return statements.Count == 0 ? null : new Answer(language, lead, statements, citations, confidence, composer, corpusVersion) { Model = modelVersion };
    }

    private static int NumberOf(DraftQuote quote, List<Citation> citations)
    {
        var known = citations.Find(citation =>
            citation.Source == quote.Document.Name && citation.Start == quote.Span.Start && citation.Length == quote.Span.Length);
        if (known is not null)
        {
            return known.Number;
        }

        citations.Add(Cite(quote, citations.Count + 1));
        return citations.Count;
    }

    /// <summary>A quote that stands in its document.</summary>
    public static Citation Cite(DraftQuote quote, int number)
    {
        var (document, section) = (quote.Document, quote.Section);
        return new Citation(
            number,
            document.Name,
            document.TitleOf(section),
            document.Metadata.Publisher,
            document.DateOf(section),
            document.Metadata.Url,
            quote.Quote,
            quote.Span.Start,
            quote.Span.Length,
            Context(quote),
            section.Opening(document.Text),
            document.PageOf(quote.Span.Start),
            section.Heading,
            document.ContentHash);
    }

    private static QuotedPassage Context(DraftQuote quote)
    {
        var text = quote.Document.Text;
        var section = quote.Section.Span;
        var start = WordStart(text, Math.Max(quote.Span.Start - ContextLength, section.Start), quote.Span.Start, section);
        var end = WordStart(text, Math.Min(quote.Span.End + ContextLength, section.End), section.End, section);
        return new QuotedPassage(text[start..quote.Span.Start], quote.Quote, text[quote.Span.End..Math.Max(end, quote.Span.End)]);
    }

    /// <summary>The first place from the position on where a word begins; where none is near, the next that halves no character.</summary>
    private static int WordStart(string text, int position, int limit, TextSpan section)
    {
        if (position <= section.Start || position >= limit)
        {
            return Math.Min(Math.Max(position, section.Start), limit);
        }

        for (var word = position; word < Math.Min(limit, position + LongestWord); word++)
        {
            if (char.IsWhiteSpace(text[word - 1]))
            {
                return word;
            }
        }

        return char.IsLowSurrogate(text[position]) ? position + 1 : position;
    }
}
