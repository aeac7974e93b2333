using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Verification;

namespace CstoBot.Composition;

/// <summary>Answers with the documents' own sentences: the few that account best for the question, verbatim. Needs no model. Pure.</summary>
internal static class QuotingComposer
{
    public const string Name = "quotes";

    /// <param name="findings">The evidence for each part of the question that has enough, in order; one or more.</param>
    public static Draft Compose(IReadOnlyList<Finding> findings, PhraseBook phrases)
    {
        var chosen = findings.SelectMany(finding => EvidenceSelector.Select(finding.Question, finding.Evidence))
            .DistinctBy(item => (item.ChunkNumber, item.Position))
            .ToList();
        var manyDocuments = chosen.Select(item => item.Document.Name).Distinct().Count() > 1;
        var quotes = chosen.Select(item => (Evidence: item, Span: Quotable(item))).ToList();
        return new Draft(
            phrases.Lead(manyDocuments),
            quotes.ConvertAll(quote => Statement(quote.Evidence, quote.Span, manyDocuments, phrases)),
            findings.Min(finding => finding.Confidence));
    }

    /// <summary>The sentence, with the one before it when it cannot be understood alone.</summary>
    private static TextSpan Quotable(Evidence item)
    {
        var text = item.Document.Text;
        var span = item.Sentence.Sentence.Span;
        if (item.Position > 0 && Anaphora.NeedsPredecessor(item.Sentence))
        {
            var before = item.Chunk.Sentences[item.Position - 1].Sentence;
            var between = TextSpan.FromBounds(before.Span.End, span.Start).In(text);
            if (before.Role == item.Sentence.Sentence.Role && between.IsWhiteSpace())
            {
                span = TextSpan.FromBounds(before.Span.Start, span.End);
            }
        }

        return Quotation.Tidy(text, span);
    }

    private static DraftStatement Statement(Evidence item, TextSpan span, bool attribute, PhraseBook phrases)
    {
        var quote = span.Of(item.Document.Text);
        var source = attribute ? phrases.Attribution(item.Document, item.Section) + ": " : string.Empty;
        var role = item.Sentence.Sentence.Role != SentenceRole.InterviewerQuestion ? string.Empty
            : (item.Section.Speaker is null ? phrases.TextAsks : phrases.InterviewerAsked) + ": ";
        return new DraftStatement(
            source + role + Quotation.Show(quote),
            [new DraftQuote(item.Document, item.Section, span, quote)],
            source + role);
    }
}
